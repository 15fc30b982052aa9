import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Link } from './chain.ts';
import type { AuditTables } from './tables.ts';

type Ctx = Context<AuditTables>;

// Everything that an entry says, in a form that is the same on every server and to the microsecond.
const CONTENT: RawBuilder<string> = sql`jsonb_build_array(county_id, id,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor_kind, actor_id, action, thing, node_id, request_id, detail)::text`;

/** An entry that waits for its number. */
export interface Waiting {
  readonly id: string;
  readonly content: string;
}

/** An entry of the chain as it is stored. */
export interface Chained extends Link, Waiting {
  readonly at: Date;
}

/** Holds the chain until the commit and tells where it ends; nothing when another process holds it just now. */
export async function holdChain(ctx: Ctx): Promise<Link | undefined> {
  await sql`insert into audit_chain (county_id) values (${ctx.county}) on conflict do nothing`.execute(
    ctx.db,
  );
  const { rows } = await sql<Link>`
    select head_number as number, head_hash as hash from audit_chain
    where county_id = ${ctx.county} for update skip locked`.execute(ctx.db);
  return rows[0];
}

/** The entries without a number, the oldest first. */
export async function selectWaiting(ctx: Ctx, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, ${CONTENT} as content from audit_entry
    where county_id = ${ctx.county} and number is null order by at, id limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** Gives entries their numbers and hashes, by one statement. */
export async function writeLinks(
  ctx: Ctx,
  links: readonly (Link & { readonly id: string })[],
): Promise<void> {
  await sql`
    update audit_entry e set number = l.number, hash = decode(l.hash, 'hex')
    from unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ number }) => number)}::bigint[],
      ${links.map(({ hash }) => hash.toString('hex'))}::text[]) as l (id, number, hash)
    where e.county_id = ${ctx.county} and e.id = l.id`.execute(ctx.db);
}

/** Writes down where the chain ends. */
export async function moveHead(ctx: Ctx, head: Link): Promise<void> {
  await ctx.db
    .updateTable('audit_chain')
    .set({ head_number: head.number, head_hash: head.hash, head_at: ctx.now() })
    .where('county_id', '=', ctx.county)
    .execute();
}

/** Where the chain begins and ends, when it was last added to, and how many entries wait for their number. */
export async function selectChain(
  ctx: Ctx,
): Promise<{ start: Link; head: Link; headAt: Date; waiting: number } | undefined> {
  const { rows } = await sql<AuditTables['audit_chain'] & { waiting: number }>`
    select c.*, (select count(*) from audit_entry e where e.county_id = c.county_id and e.number is null) as waiting
    from audit_chain c where c.county_id = ${ctx.county}`.execute(ctx.db);
  const row = rows[0];
  return (
    row && {
      start: { number: row.start_number, hash: row.start_hash },
      head: { number: row.head_number, hash: row.head_hash },
      headAt: row.head_at,
      waiting: row.waiting,
    }
  );
}

/** The next entries of the chain. The id comes in as well: whoever owns the database can give a number twice. */
export async function selectChained(
  ctx: Ctx,
  after: { readonly number: number; readonly id: string },
  limit: number,
): Promise<Chained[]> {
  const { rows } = await sql<Chained>`
    select number, hash, id, at, ${CONTENT} as content from audit_entry
    where county_id = ${ctx.county} and number >= ${after.number} and (number, id) > (${after.number}, ${after.id})
    order by number, id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** The last entry of the chain, counted from `start`, up to which all are older than `before`; at most `limit` of them. */
export async function selectLastBefore(
  ctx: Ctx,
  start: number,
  before: Date,
  limit: number,
): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    with portion as (
      select number, hash, at from audit_entry
      where county_id = ${ctx.county} and number > ${start} order by number limit ${limit})
    select number, hash from portion
    where number < coalesce((select min(number) from portion where at >= ${before}), 9223372036854775807)
    order by number desc limit 1`.execute(ctx.db);
  return rows[0];
}

/** Removes the entries up to a place and begins the chain there. */
export async function removeUpTo(ctx: Ctx, start: Link): Promise<number> {
  await sql`select set_config('polku.removes_audit', 'on', true)`.execute(ctx.db);
  const { numDeletedRows } = await ctx.db
    .deleteFrom('audit_entry')
    .where('county_id', '=', ctx.county)
    .where('number', '<=', start.number)
    .executeTakeFirstOrThrow();
  await sql`select set_config('polku.removes_audit', 'off', true)`.execute(ctx.db);
  await ctx.db
    .updateTable('audit_chain')
    .set({ start_number: start.number, start_hash: start.hash })
    .where('county_id', '=', ctx.county)
    .execute();
  return Number(numDeletedRows);
}

/** The latest place up to which an entry says that the retention job has removed what was old. */
export async function selectRemovedUpTo(ctx: Ctx): Promise<string | undefined> {
  const { rows } = await sql<{ upto: string }>`
    select detail ->> 'upTo' as upto from audit_entry
    where county_id = ${ctx.county} and action = 'audit.removeOld'
    order by (split_part(detail ->> 'upTo', ':', 1))::bigint desc limit 1`.execute(ctx.db);
  return rows[0]?.upto;
}
