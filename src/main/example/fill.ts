import { importPath, publishReviewed } from '#modules/paths';
import { publishMonths, rebuild } from '#modules/reports';
import type { AnyContext, Role } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import { prepareCounty } from '#main/prepare-county.ts';
import { examplePaths, type PathIds } from './example-paths.ts';
import { type ExampleActor, fillAccounts } from './fill-accounts.ts';
import { fillActions } from './fill-actions.ts';
import { asItWas, asThen, changePath } from './change-path.ts';
import { changeUnits } from './change-units.ts';
import { fillAnswers } from './fill-answers.ts';
import { addChannels } from './fill-channels.ts';
import { addUnits, type Place } from './fill-organisation.ts';
import { addPoints } from './fill-points.ts';
import { fillHandbook } from './fill-handbook.ts';
import { fillPartners } from './fill-partners.ts';
import { fillTokens } from './fill-tokens.ts';
import type { InventedAnswers } from './invent-answers.ts';
import { county } from './organisation.ts';
import { FORMER_AGES_FROM, formerStatements } from './former-national.ts';

// An approval beside a note that nobody has checked the path must say what it is.
const REVIEWED_AS_EXAMPLE =
  'Esimerkkitarkistus: kuvitteellinen tarkistaja hyväksyi tämän, jotta näet, miten tarkistus kulkee. ' +
  'Oikea sosiaali- tai terveydenhuollon ammattilainen ei ole tarkistanut polkua.';

// Long enough ago that the last thirty and ninety days are of one version, and the year shows the break.
const MONTHS_SINCE_CHANGE = 4;

/** Fills the fictional county: everything that a newcomer needs in order to see the whole loop at work. */
export async function fillExample(
  ctx: AnyContext,
  invented: InventedAnswers,
  say: (line: string) => void,
): Promise<void> {
  say('Filling the example county …');
  const until = firstOfMonth(dayOf(ctx.now()), MONTHS_SINCE_CHANGE);
  const { root, surveys } = await prepareCounty(ctx, {
    code: county.code,
    name: county.name,
    example: true,
    formerNational: { statements: formerStatements, minimumAge: FORMER_AGES_FROM, until },
  });
  const places = await addUnits(ctx, root);
  const accounts = await fillAccounts(ctx, places);
  await fillTokens(ctx, { places, administrator: accounts.get('administrator')! });
  await addChannels(ctx);
  await fillHandbook(ctx);
  const paths = await addPaths(ctx, places, accounts);
  await fillPartners(ctx, paths);
  await addPoints(ctx, { surveys, paths: Object.values(paths), places });
  await changeUnits(ctx, places);
  const answers = await fillAnswers(ctx, {
    surveys,
    changedOn: until,
    paths,
    places,
    invented,
  });
  await rebuild(ctx);
  await publishMonths(ctx);
  await fillActions(ctx, { paths, places, accounts });
  say(`  ${places.size} nodes, ${answers} answers of twelve months, all invented`);
}

/** The first day of the month that many months before. */
const firstOfMonth = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ months }).toString();

/** Brings in the example county's paths and publishes them; their ids come back by their names. */
async function addPaths(
  ctx: AnyContext,
  places: ReadonlyMap<string, Place>,
  accounts: ReadonlyMap<Role, ExampleActor>,
): Promise<PathIds> {
  const added: Partial<Record<keyof PathIds, string>> = {};
  for (const { name, owner, units, document } of examplePaths) {
    const path = await importPath(ctx, {
      node: places.get(owner)!.id,
      units: units.map((code) => places.get(code)!.id),
      document: asItWas(name, document),
      linksChecked: true,
    });
    await publishReviewed(asThen(ctx, name), path, {
      content: accounts.get('reviewer')!,
      clinical: accounts.get('clinical-reviewer')!,
      text: REVIEWED_AS_EXAMPLE,
    });
    added[name] = path;
  }
  const paths = added as PathIds;
  await changePath(ctx, paths, accounts, REVIEWED_AS_EXAMPLE);
  return paths;
}
