import type { Context } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import { parse } from '#platform/http/parse.ts';
import { defineJob } from '#platform/jobs.ts';
import { type FetchFailure, type Source, SourceForm } from './contract.ts';
import type { ChannelTables } from './tables.ts';

type Ctx = Context<ChannelTables>;

/** Copies the channels of the outside register. `by` says who wants it: the clock looks at less than a person. */
export const fetchChannels = defineJob<{ by: 'clock' | 'person' }>('channels.fetch');

/** A fetch that has not ended after so long was cut off. */
const DEAD_AFTER_MS = 20 * 60_000;

/** Where channels are copied from and how that goes; nothing where it has not been set up. */
export async function findSource(ctx: Ctx): Promise<Source | undefined> {
  const row = await ctx.db
    .selectFrom('channel_source')
    .selectAll()
    .where('county_id', '=', ctx.county)
    .where('origin', '=', 'ptv')
    .executeTakeFirst();
  if (!row) return undefined;
  const { n } = await ctx.db
    .selectFrom('channel')
    .select((query) => query.fn.countAll<string>().as('n'))
    .where('county_id', '=', ctx.county)
    .where('origin', '=', 'ptv')
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    organisation: row.organisation_id,
    address: row.address,
    running: isRunning(row.started_at, ctx.now()),
    done: row.done,
    total: row.total,
    fetchedAt: row.fetched_at?.toISOString() ?? null,
    fullAt: row.full_at?.toISOString() ?? null,
    failure: row.failure as FetchFailure | null,
    failingSince: row.failing_since?.toISOString() ?? null,
    channels: Number(n),
  };
}

const isRunning = (startedAt: Date | null, now: Date): boolean =>
  startedAt !== null && now.getTime() - startedAt.getTime() < DEAD_AFTER_MS;

/** Says where channels are copied from. With another organisation the next fetch looks at everything. */
export async function setSource(ctx: Ctx, given: SourceForm): Promise<Source> {
  const { organisation, address } = parse(SourceForm, given);
  if (new URL(address).protocol !== 'https:')
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/address', code: 'not-secure' }],
    });
  await storeSource(ctx, organisation, address);
  return found(await findSource(ctx));
}

/** Stores it as it is; tests set a server of their own so. */
export async function storeSource(ctx: Ctx, organisation: string, address: string): Promise<void> {
  const values = { organisation_id: organisation, address, full_at: null, failure: null };
  await ctx.db
    .insertInto('channel_source')
    .values({
      county_id: ctx.county,
      origin: 'ptv',
      started_at: null,
      total: null,
      fetched_at: null,
      failing_since: null,
      ...values,
    })
    .onConflict((clash) => clash.columns(['county_id', 'origin']).doUpdateSet(values))
    .execute();
}

/** Has the channels fetched now. @throws AppError `conflict` when it has not been set up, or a fetch is under way. */
export async function fetchNow(ctx: Ctx): Promise<void> {
  const source = await findSource(ctx);
  if (!source) throw new AppError('conflict', 'source-missing');
  if (source.running) throw new AppError('conflict', 'fetch-running');
  await ctx.plan(fetchChannels({ by: 'person' }));
}

/** Notes that a fetch begins; nothing when there is none to make, or somebody else is at it. */
export async function beginFetch(ctx: Ctx): Promise<Source | undefined> {
  await ctx.db
    .selectFrom('channel_source')
    .select('origin')
    .where('county_id', '=', ctx.county)
    .forUpdate()
    .execute();
  const source = await findSource(ctx);
  if (!source || source.running) return undefined;
  await change(ctx, { started_at: ctx.now(), done: 0, total: null });
  return source;
}

/** Notes how far it is. */
export const noteProgress = (ctx: Ctx, done: number, total: number): Promise<void> =>
  change(ctx, { done, total });

/** Notes that it went well. */
export const noteSuccess = (ctx: Ctx, full: boolean): Promise<void> =>
  change(ctx, {
    started_at: null,
    fetched_at: ctx.now(),
    ...(full && { full_at: ctx.now() }),
    failure: null,
    failing_since: null,
  });

/** Notes that it failed: what was copied before stands. */
export async function noteFailure(ctx: Ctx, failure: FetchFailure): Promise<void> {
  const source = await findSource(ctx);
  const failing_since = source?.failingSince ? new Date(source.failingSince) : ctx.now();
  await change(ctx, { started_at: null, failure, failing_since });
}

async function change(
  ctx: Ctx,
  values: Partial<{
    started_at: Date | null;
    done: number;
    total: number | null;
    fetched_at: Date;
    full_at: Date;
    failure: FetchFailure | null;
    failing_since: Date | null;
  }>,
): Promise<void> {
  await ctx.db
    .updateTable('channel_source')
    .set(values)
    .where('county_id', '=', ctx.county)
    .where('origin', '=', 'ptv')
    .execute();
}
