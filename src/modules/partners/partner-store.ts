import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { PartnerTables } from './tables.ts';

type Ctx = Context<PartnerTables>;

/** A part and whose it is. */
export interface PartRow {
  readonly path_id: string;
  readonly anchor: string;
  readonly partner_id: string;
}

/** The parts that tell of partners: of all, of one partner, or on one path. */
export async function selectParts(
  ctx: Ctx,
  { partner, path }: { partner?: string; path?: string } = {},
): Promise<PartRow[]> {
  const only = partner === undefined ? sql`` : sql`and partner_id = ${partner}`;
  const on = path === undefined ? sql`` : sql`and path_id = ${path}`;
  const { rows } = await sql<PartRow>`
    select path_id, anchor, partner_id from partner_part where county_id = ${ctx.county} ${only} ${on}
    order by path_id, anchor`.execute(ctx.db);
  return rows;
}

/** An answer as it is stored. */
export interface AnswerRow extends PartRow {
  readonly said_hash: Buffer;
  readonly verdict: 'right' | 'change';
  readonly words: string;
  readonly role: string;
  readonly answered_at: Date;
}

/** The latest answer of the partner of each part, by `keyOf`. What another partner once said of it does not count. */
export async function selectLatestAnswers(
  ctx: Ctx,
  parts: readonly PartRow[],
): Promise<Map<string, AnswerRow>> {
  if (parts.length === 0) return new Map();
  const { rows } = await sql<AnswerRow>`
    select distinct on (a.path_id, a.anchor) a.path_id, a.anchor, a.partner_id, a.said_hash, a.verdict, a.words, a.role,
      a.answered_at
    from partner_answer a
    join unnest(${parts.map(({ path_id }) => path_id)}::uuid[], ${parts.map(({ anchor }) => anchor)}::text[],
      ${parts.map(({ partner_id }) => partner_id)}::uuid[]) as p (path_id, anchor, partner_id)
      on p.path_id = a.path_id and p.anchor = a.anchor and p.partner_id = a.partner_id
    where a.county_id = ${ctx.county}
    order by a.path_id, a.anchor, a.answered_at desc, a.id desc`.execute(ctx.db);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** By what parts are told apart. */
export const keyOf = ({ path_id, anchor }: Pick<PartRow, 'path_id' | 'anchor'>): string =>
  `${path_id} ${anchor}`;

/** An address that was made, with the name of who made it. */
export interface AddressRow {
  readonly id: string;
  readonly partner_id: string;
  readonly made_at: Date;
  readonly made_by: string | null;
  readonly expires_at: Date;
  readonly state: 'valid' | 'expired' | 'revoked';
}

/** The addresses of all partners, or of one, the latest first. Whether one can be used is judged at the context's time. */
export async function selectAddresses(ctx: Ctx, partner?: string): Promise<AddressRow[]> {
  const only = partner === undefined ? sql`` : sql`and d.partner_id = ${partner}`;
  const { rows } = await sql<AddressRow>`
    select d.id, d.partner_id, d.made_at, a.name as made_by, d.expires_at,
      case when d.revoked_at is not null then 'revoked' when d.expires_at <= ${ctx.now()} then 'expired' else 'valid' end as state
    from partner_address d left join account a on a.county_id = d.county_id and a.id = d.made_by
    where d.county_id = ${ctx.county} ${only}
    order by d.made_at desc, d.id desc`.execute(ctx.db);
  return rows;
}

/** The address behind a token, with its partner; nothing for one that is unknown, expired or revoked. */
export async function findAddress(
  ctx: Ctx,
  hash: Buffer,
): Promise<{ id: string; partner_id: string; name: string; expires_at: Date } | undefined> {
  const { rows } = await sql<{ id: string; partner_id: string; name: string; expires_at: Date }>`
    select d.id, d.partner_id, p.name, d.expires_at
    from partner_address d join partner p on p.county_id = d.county_id and p.id = d.partner_id
    where d.county_id = ${ctx.county} and d.token_hash = ${hash} and d.revoked_at is null and d.expires_at > ${ctx.now()}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Lets answers of one partner follow one another. */
export async function lockPartner(ctx: Ctx, partner: string): Promise<void> {
  await sql`select from partner where county_id = ${ctx.county} and id = ${partner} for update`.execute(
    ctx.db,
  );
}
