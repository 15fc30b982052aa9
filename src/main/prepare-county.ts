import { addDangerSigns } from '#modules/feedback';
import { createCounty } from '#modules/organisation';
import { createStatementSet, createSurvey, setRedirections } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import { dangerSigns } from './instrument/danger-signs.ts';
import { redirects } from './instrument/redirections.ts';
import {
  npsQuestion,
  openQuestion,
  statements,
  statementSet,
  thankYou,
} from './instrument/statements.ts';

/** Makes the county with what every county begins from: the national statements, redirections, signs of danger. */
export async function prepareCounty(
  ctx: AnyContext,
  given: { code: string; name: LocalText & { fi: string }; example: boolean },
): Promise<{ root: string; survey: string }> {
  const root = await createCounty(ctx, given);
  const set = await createStatementSet(ctx, {
    code: statementSet.code,
    version: statementSet.version,
    minimumAge: statementSet.agesFrom,
    source: 'THL, URN:ISBN:978-952-343-982-5 (wording not checked against it)',
    validFrom: '2023-01-01',
    statements: statements.map(({ code, theme, text }) => ({ code, theme, text })),
  });
  const { survey } = await createSurvey(ctx, {
    code: 'national',
    set,
    texts: {
      name: { fi: 'Asiakaskokemus', sv: 'Kundupplevelse', en: 'Customer experience' },
      recommendation: npsQuestion.text,
      comment: openQuestion.text,
      thanks: thankYou.text,
    },
  });
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
  return { root, survey };
}
