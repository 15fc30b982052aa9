import { describeAnchors, type PublishedPart, readPublishedParts } from '#modules/paths';
import type { Context } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import { stateOf } from './confirmation-state.ts';
import type { Partner, PartnerAddress, PartnerPart } from './contract.ts';
import {
  type AddressRow,
  type AnswerRow,
  keyOf,
  type PartRow,
  selectAddresses,
  selectLatestAnswers,
  selectParts,
} from './partner-store.ts';
import { fingerprint, type Said, saidIn } from './said.ts';
import type { PartnerWorld } from './tables.ts';

type Ctx = Context<PartnerWorld>;

/** A part with what is public of it. */
export interface PublicPart {
  readonly part: PublishedPart;
  readonly said: Said;
  readonly hash: Buffer;
}

/** What is public of each part, by `keyOf`. */
export async function readPublic(
  ctx: Ctx,
  parts: readonly PartRow[],
): Promise<Map<string, PublicPart>> {
  const wanted = parts.map(({ path_id, anchor }) => ({ path: path_id, anchor }));
  const published = await readPublishedParts(ctx, wanted);
  return new Map(
    published.flatMap((part) => {
      const said = saidIn(part);
      const key = keyOf({ path_id: part.path, anchor: part.anchor });
      return said ? [[key, { part, said, hash: fingerprint(said) }] as const] : [];
    }),
  );
}

/** All partners of the county with what is said of them and how far their word on it is, by name. */
export async function listPartners(ctx: Ctx): Promise<Partner[]> {
  const partners = await ctx.db
    .selectFrom('partner')
    .select(['id', 'name'])
    .where('county_id', '=', ctx.county)
    .orderBy('name')
    .execute();
  const rows = await selectParts(ctx);
  const parts = Map.groupBy(await describeParts(ctx, rows), ({ partner }) => partner);
  const addresses = Map.groupBy(await selectAddresses(ctx), ({ partner_id }) => partner_id);
  return partners.map(({ id, name }) => {
    const made = addresses.get(id) ?? [];
    return {
      id,
      name,
      parts: (parts.get(id) ?? []).map(({ tellState }) => tellState(addressStateOf(made))),
      addresses: made.map(addressOf),
    };
  });
}

interface Described {
  readonly partner: string;
  tellState(address: 'valid' | 'ended' | 'none'): PartnerPart;
}

async function describeParts(ctx: Ctx, rows: readonly PartRow[]): Promise<Described[]> {
  const shown = await readPublic(ctx, rows);
  const answers = await selectLatestAnswers(ctx, rows);
  // What is not public (yet, or any more) still has a name by which editors know it.
  const paths = await describeAnchors(ctx, [...new Set(rows.map(({ path_id }) => path_id))]);
  return rows.map((row) => {
    const there = shown.get(keyOf(row));
    const answer = answers.get(keyOf(row));
    const path = paths.get(row.path_id);
    return {
      partner: row.partner_id,
      tellState: (address) => ({
        path: row.path_id,
        anchor: row.anchor,
        title: path?.anchors.get(row.anchor)?.title ?? {},
        pathTitle: path?.title ?? {},
        within: [...(there?.part.within ?? [])],
        state: stateOf({ said: there?.hash, answer, address }),
        answer: answer ? answerOf(answer) : null,
      }),
    };
  });
}

/** An answer as people read it. */
export const answerOf = ({
  verdict,
  words,
  role,
  answered_at,
}: AnswerRow): NonNullable<PartnerPart['answer']> => ({
  verdict,
  words,
  role,
  day: dayOf(answered_at),
});

const addressStateOf = (made: readonly AddressRow[]): 'valid' | 'ended' | 'none' =>
  made.some(({ state }) => state === 'valid') ? 'valid' : made.length > 0 ? 'ended' : 'none';

const addressOf = ({ id, made_at, made_by, expires_at, state }: AddressRow): PartnerAddress => ({
  id,
  madeOn: dayOf(made_at),
  madeBy: made_by,
  lastDay: lastDayOf(expires_at),
  state,
});

/** The last day on which an address can be used: it expires as the next one begins. */
export const lastDayOf = (expires: Date): string => dayOf(new Date(expires.getTime() - 1));

/** The days on which partners confirmed what a path says of them now, by anchor: for its public page. */
export async function listConfirmedDays(
  ctx: Ctx,
  path: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await selectParts(ctx, { path });
  if (rows.length === 0) return {};
  const shown = await readPublic(ctx, rows);
  const answers = await selectLatestAnswers(ctx, rows);
  return Object.fromEntries(
    rows.flatMap((row) => {
      const answer = answers.get(keyOf(row));
      const state = stateOf({ said: shown.get(keyOf(row))?.hash, answer, address: 'none' });
      return answer && state === 'confirmed' ? [[row.anchor, dayOf(answer.answered_at)]] : [];
    }),
  );
}
