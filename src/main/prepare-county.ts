import { addDangerSigns } from '#modules/feedback';
import { createCounty } from '#modules/organisation';
import { setRedirections } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import { dangerSigns } from './instrument/danger-signs.ts';
import { enterSurveys, type FormerNational, type Surveys } from './instrument/enter-surveys.ts';
import { redirects } from './instrument/redirections.ts';

/** Makes the county with what every county begins from: surveys, redirections, signs of danger. */
export async function prepareCounty(
  ctx: AnyContext,
  given: {
    code: string;
    name: LocalText & { fi: string };
    example: boolean;
    formerNational?: FormerNational;
  },
): Promise<{ root: string; surveys: Surveys }> {
  const root = await createCounty(ctx, given);
  const surveys = await enterSurveys(ctx, given.formerNational);
  await setRedirections(
    ctx,
    redirects.map(({ kind, title, text, url }) => ({ code: kind, title, text, url })),
  );
  // Some stems are the same word in two languages.
  const signs = new Map(
    Object.values(dangerSigns)
      .flat()
      .map((sign) => [sign.stem, sign]),
  );
  await addDangerSigns(ctx, [...signs.values()]);
  return { root, surveys };
}
