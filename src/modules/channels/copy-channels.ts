import type { Context } from '#platform/context.ts';
import { hashOf, newId } from '#platform/ids.ts';
import { firstFree } from './channel-code.ts';
import { selectChannels, selectCodesLike, writeChannelTexts } from './channel-store.ts';
import type { ChannelField, ChannelKind, OpeningHours } from './contract.ts';
import { channelChanged } from './register.ts';
import type { ChannelTables } from './tables.ts';

type Ctx = Context<ChannelTables>;

/** A channel as another system tells of it, in our terms. */
export interface ChannelCopy {
  readonly outsideId: string;
  readonly kind: ChannelKind;
  readonly url: string | null;
  readonly phone: string | null;
  readonly texts: Readonly<Record<Exclude<ChannelField, 'remark'>, { [language: string]: string }>>;
  readonly hours: OpeningHours;
  /** Whether it is in use there. */
  readonly published: boolean;
}

/** What a fetch changed. */
export interface CopyOutcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly closed: number;
}

interface Standing {
  readonly id: string;
  readonly outside_id: string | null;
  readonly source_hash: Buffer | null;
  readonly closed_at: Date | null;
}

/**
 * Takes over what another system tells of its channels. With `all`, what it no longer tells of is closed and kept, so
 * that paths do not lose their way; without, only these were looked at.
 */
export async function copyChannels(
  ctx: Ctx,
  copies: readonly ChannelCopy[],
  { all }: { all: boolean },
): Promise<CopyOutcome> {
  const standing = await selectCopies(ctx);
  const outcome = { added: 0, changed: 0, unchanged: 0, closed: 0 };
  for (const copy of copies) outcome[await copyOne(ctx, copy, standing.get(copy.outsideId))] += 1;
  if (!all) return outcome;
  const told = new Set(copies.map(({ outsideId }) => outsideId));
  for (const [outsideId, row] of standing) {
    if (told.has(outsideId) || row.closed_at !== null) continue;
    await closeCopy(ctx, row.id);
    outcome.closed += 1;
  }
  return outcome;
}

async function selectCopies(ctx: Ctx): Promise<Map<string, Standing>> {
  const rows = await ctx.db
    .selectFrom('channel')
    .select(['id', 'outside_id', 'source_hash', 'closed_at'])
    .where('county_id', '=', ctx.county)
    .where('origin', '=', 'ptv')
    .execute();
  return new Map(rows.map((row) => [row.outside_id!, row]));
}

async function copyOne(
  ctx: Ctx,
  copy: ChannelCopy,
  standing: Standing | undefined,
): Promise<keyof CopyOutcome> {
  const { outsideId, published, texts, hours, ...rest } = copy;
  if (!published) {
    if (!standing || standing.closed_at !== null) return 'unchanged';
    await closeCopy(ctx, standing.id);
    return 'closed';
  }
  const hash = hashOf(JSON.stringify(copy));
  const values = {
    ...rest,
    opening: JSON.stringify(hours),
    fetched_at: ctx.now(),
    source_hash: hash,
    closed_at: null,
  };
  if (!standing) {
    await insertCopy(ctx, outsideId, values, texts);
    return 'added';
  }
  const same = standing.closed_at === null && standing.source_hash?.equals(hash);
  await ctx.db
    .updateTable('channel')
    .set(same ? { fetched_at: ctx.now() } : { ...values, updated_at: ctx.now() })
    .where('county_id', '=', ctx.county)
    .where('id', '=', standing.id)
    .execute();
  if (same) return 'unchanged';
  const [before] = await selectChannels(ctx, [standing.id]);
  await writeChannelTexts(ctx, standing.id, { ...texts, remark: before?.texts.remark ?? {} });
  const what = standing.closed_at === null ? 'changed' : 'reopened';
  await ctx.emit(channelChanged({ channel: standing.id, what }));
  return 'changed';
}

async function insertCopy(
  ctx: Ctx,
  outsideId: string,
  values: { kind: string; url: string | null; phone: string | null; opening: string } & {
    fetched_at: Date;
    source_hash: Buffer;
    closed_at: null;
  },
  texts: ChannelCopy['texts'],
): Promise<void> {
  const id = newId();
  const wanted = `ptv-${outsideId.slice(0, 8).toLowerCase()}`;
  await ctx.db
    .insertInto('channel')
    .values({
      county_id: ctx.county,
      id,
      code: firstFree(wanted, await selectCodesLike(ctx, wanted)),
      origin: 'ptv',
      outside_id: outsideId,
      updated_at: ctx.now(),
      ...values,
    })
    .execute();
  await writeChannelTexts(ctx, id, texts);
}

async function closeCopy(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('channel')
    .set({ closed_at: ctx.now(), updated_at: ctx.now() })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
  await ctx.emit(channelChanged({ channel: id, what: 'closed' }));
}
