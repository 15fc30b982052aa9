import { type RawBuilder, sql } from 'kysely';
import type { AnyContext as Ctx } from '#platform/context.ts';
import {
  countsOfAnswers,
  sumOfCounts,
  sumOfSignedCounts,
  WIDTH_OF_SIZE,
  widthFor,
} from './counts.ts';

/** A unit and a day. */
export type UnitDay = readonly [node: string, day: string];

/** One roll-up at a time per county: a delta is exact only when nobody else adds one. Held until the commit. */
export async function lockRollUp(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roll-up ${ctx.county}`}, 0))`.execute(
    ctx.db,
  );
}

/** Lets a statement of this transaction run for longer than a request may. */
export async function allowLongStatements(ctx: Ctx): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(ctx.db);
}

/** How many statements the longest set has. */
export async function selectMostStatements(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ most: number | null }>`
    select max(position) as most from statement where county_id = ${ctx.county}`.execute(ctx.db);
  return rows[0]?.most ?? 0;
}

const KEYS = sql.raw('node_id, day, set_id, channel, respondent');

const setSizes = (ctx: Ctx): RawBuilder<unknown> => sql`
  set_size as (
    select s.id as set_id, count(w.code)::integer as size from statement_set s
    left join statement w on w.county_id = s.county_id and w.set_id = s.id
    where s.county_id = ${ctx.county} group by s.id)`;

/** What some answers say, per unit and day: of those of the county that `from` gives, with their texts `t`. */
const counted = (
  ctx: Ctx,
  most: number,
  from: RawBuilder<unknown>,
  where = sql``,
): RawBuilder<unknown> => sql`
  select a.node_id, a.day, a.set_id, a.channel, a.respondent,
    (${countsOfAnswers(most)})[1 : ${WIDTH_OF_SIZE}] as counts
  from ${from}
  join set_size on set_size.set_id = a.set_id
  where a.county_id = ${ctx.county} ${where}
  group by a.node_id, a.day, a.set_id, a.channel, a.respondent, set_size.size`;

const WITH_TEXTS = sql.raw(
  'left join answer_text t on t.county_id = a.county_id and t.answer_id = a.id',
);

/** The same for every node: its own and those of all below it. */
const countedUp = (ctx: Ctx, most: number, where = sql``): RawBuilder<unknown> => sql`
  ${setSizes(ctx)},
  counted as materialized (${counted(ctx, most, sql`answer a ${WITH_TEXTS}`, where)}),
  up as (
    ${sumUp(ctx, 'counted', most)})`;

/** On which days a node's answers count to which ancestors: those above it now, and those that it has left. */
const placed = (ctx: Ctx): RawBuilder<unknown> => sql`(
  select node_id, ancestor_id, since, 'infinity'::date as until from node_ancestor where county_id = ${ctx.county}
  union all
  select node_id, ancestor_id, since, until from former_ancestor where county_id = ${ctx.county})`;

// Into the node itself and every one that stood above it on the day, apart by channel and respondent and all together.
const sumUp = (ctx: Ctx, source: 'counted' | 'delta', most: number): RawBuilder<unknown> => sql`
  select n.ancestor_id as node_id, c.day, c.set_id, k.channel, k.respondent,
    (${sumOfCounts(widthFor(most))})[1 : ${WIDTH_OF_SIZE}] as counts
  from ${sql.table(source)} c
  cross join lateral (values (c.channel, c.respondent), ('all', 'all')) as k (channel, respondent)
  join ${placed(ctx)} n on n.node_id = c.node_id and c.day between n.since and n.until
  join set_size on set_size.set_id = c.set_id
  group by n.ancestor_id, c.day, c.set_id, k.channel, k.respondent, set_size.size`;

const addedTo = (table: string): RawBuilder<unknown> => sql`
  counts = (select array_agg(coalesce(one, 0) + coalesce(other, 0) order by place)
    from unnest(${sql.ref(table)}.counts, excluded.counts) with ordinality as both_of (one, other, place))`;

/** Adds the rows of `delta` to those of their units and of all above them, in days and months. */
const addUp = (ctx: Ctx, most: number): RawBuilder<unknown> => sql`
  up as materialized (${sumUp(ctx, 'delta', most)}),
  into_days as (
    insert into node_day (county_id, ${KEYS}, counts) select ${ctx.county}, ${KEYS}, counts from up
    on conflict (county_id, ${KEYS}) do update set ${addedTo('node_day')}),
  into_months as (
    insert into node_month (county_id, node_id, month, set_id, channel, respondent, counts)
    select ${ctx.county}, node_id, ${MONTH} as month, set_id, channel, respondent, ${sumOfCounts(widthFor(most))} from up
    group by node_id, ${MONTH}, set_id, channel, respondent
    on conflict (county_id, node_id, month, set_id, channel, respondent) do update set ${addedTo('node_month')})`;

/** Enters answers that are to be counted. */
export const insertUncounted = (ctx: Ctx, answers: readonly string[]): Promise<void> =>
  ctx.send(sql`
    insert into uncounted_answer (county_id, answer_id)
    select ${ctx.county}::uuid, id from unnest(${[...answers]}::uuid[]) as a (id)`);

/**
 * Takes up to `limit` answers out of those that are not counted yet and adds them to what has been counted. Tells how
 * many were taken and whose figures changed. Each is looked up by its key: there are few of them and very many answers.
 */
export async function addUncounted(
  ctx: Ctx,
  most: number,
  limit: number,
): Promise<{ taken: number; nodes: string[] }> {
  const { rows } = await sql<{ taken: number; nodes: string[] }>`
    with taken as materialized (
      delete from uncounted_answer u
      where u.county_id = ${ctx.county} and u.answer_id in (
        select answer_id from uncounted_answer where county_id = ${ctx.county} limit ${limit})
      returning u.answer_id), ${setSizes(ctx)},
    delta as materialized (
      ${counted(
        ctx,
        most,
        sql`taken
          cross join lateral (select * from answer where county_id = ${ctx.county} and id = taken.answer_id limit 1) a
          left join lateral (
            select answer_id from answer_text where county_id = ${ctx.county} and answer_id = taken.answer_id limit 1) t on true`,
      )}),
    ${addUp(ctx, most)}
    select (select count(*) from taken) as taken, array(select distinct node_id from up) as nodes`.execute(
    ctx.db,
  );
  return rows[0]!;
}

/**
 * Recounts the unit-days and adds what differs from the stored rows to those of the units and of all above them.
 * Tells whether anything changed, and whether anything became less. Answers that are not counted yet are left for later.
 */
export async function addDeltas(
  ctx: Ctx,
  unitDays: readonly UnitDay[],
  most: number,
): Promise<{ changed: boolean; shrunk: boolean }> {
  const { rows } = await sql<{ changed: boolean; shrunk: boolean }>`
    with unit_day as materialized (${listed(unitDays)}), ${setSizes(ctx)},
    both_sides as (
      select c.*, 1 as sign from (${counted(ctx, most, sql`answer a join unit_day u on u.node_id = a.node_id and u.day = a.day ${WITH_TEXTS}`, NOT_WAITING)}) c
      union all
      select d.node_id, d.day, d.set_id, d.channel, d.respondent, d.counts, -1
      from node_day d join unit_day u on u.node_id = d.node_id and u.day = d.day
      where d.county_id = ${ctx.county} and d.channel <> 'all'),
    delta as materialized (
      select * from (select ${KEYS}, ${sumOfSignedCounts(widthFor(most))} as counts from both_sides group by ${KEYS}) d where 0 <> any(counts)),
    ${addUp(ctx, most)}
    select exists (select from delta) as changed, exists (select from delta where 0 > any(counts)) as shrunk`.execute(
    ctx.db,
  );
  return rows[0]!;
}

const NOT_WAITING = sql.raw(
  'and not exists (select from uncounted_answer w where w.county_id = a.county_id and w.answer_id = a.id)',
);

const MONTH = sql.raw("date_trunc('month', day::timestamp)::date");

const listed = (unitDays: readonly UnitDay[]): RawBuilder<unknown> => sql`
  select distinct node_id, day from unnest(${unitDays.map(([node]) => node)}::uuid[], ${unitDays.map(([, day]) => day)}::date[]) as u (node_id, day)`;

/** Deletes the rows of these unit-days and of all above them that count nobody any more. */
export async function deleteEmpty(ctx: Ctx, unitDays: readonly UnitDay[]): Promise<void> {
  for (const [table, column, value] of [
    ['node_day', 'day', sql.raw('day')],
    ['node_month', 'month', MONTH],
  ] as const) {
    await sql`
      delete from ${sql.table(table)} d
      using (select distinct n.ancestor_id, ${value} as period from (${listed(unitDays)}) u
        join ${placed(ctx)} n on n.node_id = u.node_id and u.day between n.since and n.until) touched
      where d.county_id = ${ctx.county} and d.node_id = touched.ancestor_id
        and d.${sql.ref(column)} = touched.period and d.counts[1] = 0`.execute(ctx.db);
  }
}

/** The nodes of these unit-days and all that stood above them then. */
export async function selectAncestors(ctx: Ctx, unitDays: readonly UnitDay[]): Promise<string[]> {
  const { rows } = await sql<{ ancestor_id: string }>`
    select distinct n.ancestor_id from (${listed(unitDays)}) u
    join ${placed(ctx)} n on n.node_id = u.node_id and u.day between n.since and n.until`.execute(
    ctx.db,
  );
  return rows.map(({ ancestor_id }) => ancestor_id);
}

/** Whether anything has been rolled up of these nodes after a day. */
export async function hasDaysAfter(
  ctx: Ctx,
  nodes: readonly string[],
  day: string,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from unnest(${nodes}::uuid[]) as n (id)
      join node_day d on d.county_id = ${ctx.county} and d.node_id = n.id and d.day > ${day}) as found`.execute(
    ctx.db,
  );
  return rows[0]!.found;
}

/** Throws the county's roll-up away, from a day on if one is given, and makes it anew from the answers. */
export async function replaceAll(ctx: Ctx, most: number, from = '-infinity'): Promise<void> {
  const firstMonth = sql`date_trunc('month', ${from}::date)::date`;
  await sql`delete from node_day where county_id = ${ctx.county} and day >= ${from}`.execute(
    ctx.db,
  );
  await sql`delete from node_month where county_id = ${ctx.county} and month >= ${firstMonth}`.execute(
    ctx.db,
  );
  await sql`
    with ${countedUp(ctx, most, sql`and a.day >= ${from}`)},
    no_longer_waiting as (
      delete from uncounted_answer u using answer a
      where u.county_id = ${ctx.county} and a.county_id = u.county_id and a.id = u.answer_id and a.day >= ${from}),
    into_days as (insert into node_day (county_id, ${KEYS}, counts) select ${ctx.county}, ${KEYS}, counts from up order by node_id, day)
    select 1`.execute(ctx.db);
  await sql`
    insert into node_month (county_id, node_id, month, set_id, channel, respondent, counts)
    select county_id, node_id, ${MONTH}, set_id, channel, respondent, ${sumOfCounts(widthFor(most))} from node_day
    where county_id = ${ctx.county} and day >= ${firstMonth} group by county_id, node_id, ${MONTH}, set_id, channel, respondent`.execute(
    ctx.db,
  );
}

/** One row of the roll-up that is not what the answers say; null = there is none. */
export interface Deviation {
  readonly period: 'day' | 'month';
  readonly node: string;
  readonly from: string;
  readonly set: string;
  readonly channel: string;
  readonly respondent: string;
  readonly stored: readonly number[] | null;
  readonly counted: readonly number[] | null;
}

/** Holds every row of the roll-up against the answers. */
export async function selectDeviations(ctx: Ctx, most: number): Promise<Deviation[]> {
  const width = widthFor(most);
  const { rows } = await sql<Deviation>`
    with ${countedUp(ctx, most)},
    all_up as materialized (select * from up),
    counted_periods as (
      select 'day' as period, ${KEYS}, counts from all_up
      union all select 'month', node_id, ${MONTH}, set_id, channel, respondent, ${sumOfCounts(width)} from all_up
        group by node_id, ${MONTH}, set_id, channel, respondent),
    stored_periods as (
      select 'day' as period, ${KEYS}, counts from node_day where county_id = ${ctx.county}
      union all select 'month', node_id, month, set_id, channel, respondent, counts from node_month where county_id = ${ctx.county})
    select period, node_id as node, day::text as "from", set_id as "set", channel, respondent, s.counts as stored, c.counts as counted
    from stored_periods s full join counted_periods c using (period, ${KEYS})
    where s.counts is null or c.counts is null or ${padded('s', width)} <> ${padded('c', width)}
    order by 1, 3, 2`.execute(ctx.db);
  return rows;
}

// Months of a short set are as wide as the widest; what lies beyond the set is nothing but zeros.
const padded = (alias: string, width: number): RawBuilder<unknown> =>
  sql.raw(
    `array[${Array.from({ length: width }, (_, index) => `coalesce(${alias}.counts[${index + 1}], 0)`).join(', ')}]`,
  );
