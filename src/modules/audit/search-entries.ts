import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import { addDays, startOfDay } from '#platform/time.ts';
import type { AuditEntry, AuditFilter, AuditPage, AuditQuery } from './contract.ts';
import { selectChain } from './chain-store.ts';
import type { AuditTables } from './tables.ts';

// A read model: reads the names of accounts, API tokens and nodes as well.
type Ctx = Context<AuditTables>;

/** The entries that a filter lets through, the newest first, a page at a time. */
export async function searchEntries(ctx: Ctx, query: AuditQuery): Promise<AuditPage> {
  const rows = await selectEntries(ctx, query, query.after, query.limit + 1);
  const entries = rows.slice(0, query.limit);
  return { entries, next: rows.length > query.limit ? (entries.at(-1)?.id ?? null) : null };
}

/** Entries after one of them, the newest first. */
export async function selectEntries(
  ctx: Ctx,
  filter: AuditFilter,
  after: string | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.number, e.at, e.actor_kind, e.actor_id, coalesce(a.name, k.name) as name, e.action, e.thing, e.node_id, e.request_id, e.detail,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = e.county_id and m.node_id = e.node_id) as node_name
    from audit_entry e
    left join account a on a.county_id = e.county_id and a.id = e.actor_id
    left join api_token k on k.county_id = e.county_id and k.id = e.actor_id
    where e.county_id = ${ctx.county} and ${conditions(ctx, filter, after)}
    order by e.at desc, e.id desc limit ${limit}`.execute(ctx.db);
  return rows.map(present);
}

function conditions(
  ctx: Ctx,
  { who, action, node, thing, from, to }: AuditFilter,
  after: string | undefined,
): RawBuilder<unknown> {
  const all = [sql`true`];
  if (who === 'system' || who === 'public') all.push(sql`e.actor_kind = ${who}`);
  else if (who !== undefined) all.push(sql`e.actor_id = ${who}`);
  if (action !== undefined) all.push(sql`e.action = ${action}`);
  if (thing) all.push(sql`strpos(lower(e.thing), lower(${thing})) > 0`);
  if (from !== undefined) all.push(sql`e.at >= ${startOfDay(from)}`);
  if (to !== undefined) all.push(sql`e.at < ${startOfDay(addDays(to, 1))}`);
  if (node !== undefined)
    all.push(
      sql`e.node_id in (select n.node_id from node_ancestor n where n.county_id = ${ctx.county} and n.ancestor_id = ${node})`,
    );
  if (after !== undefined)
    all.push(
      sql`(e.at, e.id) < (select p.at, p.id from audit_entry p where p.county_id = ${ctx.county} and p.id = ${after})`,
    );
  return sql.join(all, sql` and `);
}

interface EntryRow {
  id: string;
  number: number | null;
  at: Date;
  actor_kind: 'account' | 'token' | 'system' | 'public';
  actor_id: string | null;
  name: string | null;
  action: string;
  thing: string | null;
  node_id: string | null;
  node_name: LocalText | null;
  request_id: string | null;
  detail: AuditEntry['detail'];
}

function present(row: EntryRow): AuditEntry {
  const { id, number, at, action, thing, detail, request_id: request } = row;
  const who: AuditEntry['who'] =
    row.actor_kind === 'system' || row.actor_kind === 'public'
      ? { kind: row.actor_kind }
      : { kind: row.actor_kind, id: row.actor_id!, name: row.name ?? '' };
  const node = row.node_id === null ? null : { id: row.node_id, name: row.node_name ?? {} };
  return { id, number, at: at.toISOString(), who, action, thing, node, request, detail };
}

/** How the chain stands. */
export async function readChainState(
  ctx: Ctx,
): Promise<{ head: number; headAt: string | null; start: number; waiting: number }> {
  const chain = await selectChain(ctx);
  return {
    head: chain?.head.number ?? 0,
    headAt: chain && chain.head.number > 0 ? chain.headAt.toISOString() : null,
    start: chain?.start.number ?? 0,
    waiting: chain?.waiting ?? 0,
  };
}
