import type { Context } from '#platform/context.ts';
import { type AfterCommit, defineJob } from '#platform/jobs.ts';
import { hashOfLink, type Link, writeLink } from './chain.ts';
import { holdChain, moveHead, selectWaiting, writeLinks } from './chain-store.ts';
import type { AuditTables } from './tables.ts';

type Ctx = Context<AuditTables>;

/** Numbers the entries that wait and hashes each with the former one. */
export const chainAuditEntries = defineJob<Record<string, never>>('chainAuditEntries');

const MOST = 5_000;

/**
 * The job. An entry that commits later than another gets the later number, whatever its time says, so no transaction
 * that is still open can come in between. The head is told to the log, where whoever owns the database cannot reach it.
 */
export async function chainEntries(ctx: Ctx): Promise<AfterCommit | void> {
  const before = await holdChain(ctx);
  if (!before) return undefined;
  const waiting = await selectWaiting(ctx, MOST);
  if (waiting.length === 0) return undefined;
  let head = before;
  const links = waiting.map(({ id, content }): Link & { id: string } => {
    const number = head.number + 1;
    head = { number, hash: hashOfLink(head.hash, number, content) };
    return { ...head, id };
  });
  await writeLinks(ctx, links);
  await moveHead(ctx, head);
  if (waiting.length === MOST) await ctx.plan(chainAuditEntries({}));
  const at = ctx.now();
  return (log) => log.info({ head: writeLink(head), at }, 'audit head');
}
