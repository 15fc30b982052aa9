import { type ChannelForm, createChannel } from '#modules/channels';
import { importPath, PathDocument, publishReviewed } from '#modules/paths';
import { publishMonths, rebuild } from '#modules/reports';
import type { AnyContext, Role } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import { prepareCounty } from '#main/prepare-county.ts';
import { channels, holidaysFrom } from './channels.ts';
import { type ExampleActor, fillAccounts } from './fill-accounts.ts';
import { fillActions } from './fill-actions.ts';
import { fillAnswers } from './fill-answers.ts';
import { addUnits, type Place } from './fill-organisation.ts';
import { addPoints } from './fill-points.ts';
import { fillTokens } from './fill-tokens.ts';
import { county, stiUnits } from './organisation.ts';
import { FORMER_AGES_FROM, formerStatements } from './former-national.ts';
import sti from './paths/sti.json' with { type: 'json' };

// Long enough ago that the last thirty and ninety days are of one version, and the year shows the break.
const MONTHS_SINCE_CHANGE = 4;

/** Fills the fictional county: everything that a newcomer needs in order to see the whole loop at work. */
export async function fillExample(ctx: AnyContext, say: (line: string) => void): Promise<void> {
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
  const path = await addPath(ctx, places, accounts);
  await addPoints(ctx, { surveys, path, places });
  const answers = await fillAnswers(ctx, { surveys, changedOn: until, path, places });
  await rebuild(ctx);
  await publishMonths(ctx);
  await fillActions(ctx, { path, places, accounts });
  say(`  ${places.size} nodes, ${answers} answers of twelve months, all invented`);
}

/** The first day of the month that many months before. */
const firstOfMonth = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ months }).toString();

const hoursOf = (
  opening: (typeof channels)[number]['opening'],
  today: string,
): ChannelForm['hours'] => {
  if (opening === null) return [];
  if (opening === 'always') return [{ kind: 'normal', always: true }];
  const spells = opening.flatMap(({ days, from, to }) => days.map((day) => ({ day, from, to })));
  return [{ kind: 'normal', spells }, ...holidaysFrom(today)];
};

async function addPath(
  ctx: AnyContext,
  places: ReadonlyMap<string, Place>,
  accounts: ReadonlyMap<Role, ExampleActor>,
): Promise<string> {
  for (const {
    code,
    kind,
    url,
    phone,
    name,
    description,
    hours,
    opening,
    address,
    cost,
    needs,
  } of channels) {
    const form = {
      kind: kind === 'form' ? ('printable-form' as const) : kind,
      url,
      phone,
      texts: {
        name,
        description,
        hours,
        address: address ?? {},
        cost,
        needs: needs ?? {},
      },
      hours: hoursOf(opening, dayOf(ctx.now())),
    };
    await createChannel(ctx, form, code);
  }
  const path = await importPath(ctx, {
    node: places.get('S123')?.id ?? places.get(county.code)!.id,
    units: stiUnits.map((code) => places.get(code)!.id),
    document: PathDocument.parse(sti),
    linksChecked: true,
  });
  await publishReviewed(ctx, path, {
    content: accounts.get('reviewer')!,
    clinical: accounts.get('clinical-reviewer')!,
  });
  return path;
}
