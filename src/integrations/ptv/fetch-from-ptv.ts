import {
  beginFetch,
  type ChannelTables,
  copyChannels,
  type FetchFailure,
  noteFailure,
  noteProgress,
  noteSuccess,
} from '#modules/channels';
import type { Outbound } from '#platform/http/outbound.ts';
import type { AfterCommit, Write } from '#platform/jobs.ts';
import { channelOf } from './channel-of.ts';
import { PtvProblem, readChannels } from './read-channels.ts';

/** Everything is looked at once a week: what vanished there is in no list of changes. */
const FULL_AFTER_MS = 6.5 * 86_400_000;
/** The day before the last success is asked for again, so that no change falls between two fetches. */
const OVERLAP_MS = 86_400_000;

/**
 * What fetches the channels of the county's organisation from PTV. Whatever fails, the last good copy stands; the
 * failure and its beginning are noted for the staff to see.
 */
export const fetchFromPtv =
  (outbound: Outbound) =>
  async (
    write: Write<ChannelTables>,
    batch: readonly { by: 'clock' | 'person' }[],
  ): Promise<AfterCommit | void> => {
    const begun = await write(async (ctx) => {
      const source = await beginFetch(ctx);
      return source && { source, now: ctx.now().getTime() };
    });
    if (!begun) return undefined;
    const { source, now } = begun;
    const byPerson = batch.some(({ by }) => by === 'person');
    const last = source.fullAt === null ? 0 : Date.parse(source.fullAt);
    const all = byPerson || now - last > FULL_AFTER_MS || source.fetchedAt === null;
    try {
      const read = await readChannels(outbound, {
        address: source.address,
        organisation: source.organisation,
        ...(!all && { since: new Date(Date.parse(source.fetchedAt!) - OVERLAP_MS) }),
        tell: (done, total) => write((ctx) => noteProgress(ctx, done, total)),
      });
      const copies = read.flatMap((channel) => channelOf(channel) ?? []);
      if (all && copies.length === 0 && source.channels > 0) throw new PtvProblem('empty');
      const outcome = await write(async (ctx) => {
        const counted = await copyChannels(ctx, copies, { all });
        await noteSuccess(ctx, all);
        return counted;
      });
      return (log) => log.info({ all, ...outcome }, 'channels fetched');
    } catch (error) {
      const failure: FetchFailure = error instanceof PtvProblem ? error.failure : 'answer';
      await write((ctx) => noteFailure(ctx, failure));
      if (!(error instanceof PtvProblem)) throw error;
      return (log) => log.warn({ failure }, 'channels could not be fetched');
    }
  };
