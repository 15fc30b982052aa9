import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LinkOutcome } from './link-contract.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

/** What is known of an address. */
export interface LinkCheck {
  readonly address: string;
  readonly outcome: LinkOutcome;
  readonly detail: string | null;
  readonly status: number | null;
  readonly checked_at: Date;
  readonly worked_at: Date | null;
  readonly since: Date;
  readonly failed_days: number;
  readonly failed_on: string | null;
}

/** What is known of these addresses. */
export async function findLinkChecks(
  ctx: Ctx,
  addresses: readonly string[],
): Promise<Map<string, LinkCheck>> {
  const rows = await ctx.db
    .selectFrom('link_check')
    .select([
      'address',
      'outcome',
      'detail',
      'status',
      'checked_at',
      'worked_at',
      'since',
      'failed_days',
      'failed_on',
    ])
    .where('county_id', '=', ctx.county)
    .where('address', 'in', addresses.length === 0 ? [''] : [...new Set(addresses)])
    .execute();
  return new Map(rows.map((row) => [row.address, row]));
}

/** Writes what became of addresses. */
export async function writeLinkChecks(ctx: Ctx, checks: readonly LinkCheck[]): Promise<void> {
  for (const check of checks) {
    await ctx.db
      .insertInto('link_check')
      .values({ county_id: ctx.county, ...check })
      .onConflict((clash) => clash.columns(['county_id', 'address']).doUpdateSet({ ...check }))
      .execute();
  }
}

/** Forgets the addresses to which nothing leads any more. */
export async function keepLinkChecks(ctx: Ctx, addresses: readonly string[]): Promise<void> {
  await sql`
    delete from link_check where county_id = ${ctx.county} and address <> all(${[...addresses]}::text[])`.execute(
    ctx.db,
  );
}

/** How the checker is. */
export interface Checker {
  readonly worked_at: Date | null;
  readonly outage_since: Date | null;
  readonly valid_days: number;
}

const NEW: Checker = { worked_at: null, outage_since: null, valid_days: 7 };

/** How the checker is; before its first work as new. */
export async function getChecker(ctx: Ctx): Promise<Checker> {
  const row = await ctx.db
    .selectFrom('link_checker')
    .select(['worked_at', 'outage_since', 'valid_days'])
    .where('county_id', '=', ctx.county)
    .executeTakeFirst();
  return row ?? NEW;
}

/** Notes that it worked, that it could not, or how long what it saw counts. */
export async function setChecker(
  ctx: Ctx,
  change: { worked_at: Date; outage_since: null } | { outage_since: Date } | { valid_days: number },
): Promise<void> {
  await ctx.db
    .insertInto('link_checker')
    .values({ county_id: ctx.county, worked_at: null, ...change })
    .onConflict((clash) => clash.column('county_id').doUpdateSet(change))
    .execute();
}

/**
 * Takes addresses as looked at: what a county brings with it has been looked at by whoever wrote it. From the next day
 * on the checker looks itself.
 */
export async function takeAsChecked(ctx: Ctx, addresses: readonly string[]): Promise<void> {
  const now = ctx.now();
  await writeLinkChecks(
    ctx,
    [...new Set(addresses)].map((address) => ({
      address,
      outcome: 'ok',
      detail: null,
      status: null,
      checked_at: now,
      worked_at: now,
      since: now,
      failed_days: 0,
      failed_on: null,
    })),
  );
}
