import { sql } from 'kysely';
import { findChannels } from '#modules/channels';
import { getCounty } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import type { Answer, Outbound } from '#platform/http/outbound.ts';
import { type AfterCommit, defineJob, type Write } from '#platform/jobs.ts';
import { selectContent } from './element-store.ts';
import { isOutage, nextCheck } from './link-outcome.ts';
import {
  findLinkChecks,
  getChecker,
  keepLinkChecks,
  setChecker,
  writeLinkChecks,
} from './link-store.ts';
import { linksOf } from './path-links.ts';
import { hasReservedName } from './reserved-name.ts';
import type { PathWorld } from './tables.ts';

type Ctx = Context<PathWorld>;

/** Looks at the addresses of paths that are due, or at all of one path at once. */
export const checkLinks = defineJob<{ path?: string }>('paths.checkLinks');

/** A day is split into 24 slices: each address is looked at about once a day. */
const SLICES = 24;
const LEAST_SLICE = 20;
const AGAIN_AFTER_MS = 20 * 3_600_000;
const AT_ONCE = 4;
const ASK = { maxBytes: 2_048, timeoutMs: 10_000, accept: 'text/html,*/*;q=0.8' };

/** What does the job. The addresses are read first and written last; nothing is held while others answer. */
export const checkDueLinks =
  (outbound: Outbound) =>
  async (
    write: Write<PathWorld>,
    batch: readonly { path?: string }[],
  ): Promise<AfterCommit | void> => {
    const paths = batch.every(({ path }) => path !== undefined)
      ? [...new Set(batch.map(({ path }) => path!))]
      : undefined;
    const due = await write((ctx) => listDue(ctx, paths));
    if (due.length === 0) return undefined;
    const answers = await askEach(outbound, due);
    await write((ctx) => noteAnswers(ctx, answers));
    return (log) => log.info({ addresses: due.length }, 'links looked at');
  };

async function listDue(ctx: Ctx, paths: readonly string[] | undefined): Promise<string[]> {
  const all = (await listAllAddresses(ctx, paths)).filter((address) => !hasReservedName(address));
  if (paths) return all;
  await keepLinkChecks(ctx, all);
  const checks = await findLinkChecks(ctx, all);
  const age = (address: string): number =>
    ctx.now().getTime() - (checks.get(address)?.checked_at.getTime() ?? 0);
  return all
    .filter((address) => age(address) > AGAIN_AFTER_MS)
    .toSorted((one, other) => age(other) - age(one))
    .slice(0, Math.max(LEAST_SLICE, Math.ceil(all.length / SLICES)));
}

/** The addresses of all drafts and all that is published, or of these paths. */
async function listAllAddresses(ctx: Ctx, paths: readonly string[] | undefined): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from path_version
    where county_id = ${ctx.county} and status in ('draft', 'published')
      ${paths ? sql`and path_id = any(${[...paths]}::uuid[])` : sql``}`.execute(ctx.db);
  const addresses = new Set<string>();
  for (const { id } of rows) {
    const elements = await selectContent(ctx, id);
    const channels = await findChannels(
      ctx,
      elements.flatMap(({ channel }) => channel ?? []),
    );
    for (const { address } of linksOf(elements, channels)) addresses.add(address);
  }
  return [...addresses];
}

/** A few hosts at a time, and each host's addresses one after another. */
async function askEach(
  outbound: Outbound,
  addresses: readonly string[],
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const hosts = Map.groupBy(addresses, (address) => URL.parse(address)?.host ?? '')
    .values()
    .toArray();
  const askHosts = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift()) {
      for (const address of host) answers.set(address, await outbound(address, ASK));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askHosts));
  return answers;
}

/** Writes down what was seen; when the checker itself could not work, only that. */
async function noteAnswers(ctx: Ctx, answers: ReadonlyMap<string, Answer>): Promise<void> {
  const { outage_since } = await getChecker(ctx);
  if (isOutage(answers)) {
    await setChecker(ctx, { outage_since: outage_since ?? ctx.now() });
    return;
  }
  await setChecker(ctx, { worked_at: ctx.now(), outage_since: null });
  const before = await findLinkChecks(ctx, [...answers.keys()]);
  await writeLinkChecks(
    ctx,
    [...answers].map(([address, answer]) =>
      nextCheck(address, before.get(address), answer, ctx.now()),
    ),
  );
}

/** Whether an address counts as looked at because it is an example's in an example county. */
export const countsAsExample = async (ctx: Ctx): Promise<(address: string) => boolean> =>
  (await getCounty(ctx)).example ? hasReservedName : () => false;
