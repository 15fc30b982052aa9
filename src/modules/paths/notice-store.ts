import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { PathFault } from './path-fault.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

/** A notice to be written. */
interface NewNotice {
  readonly path: string;
  readonly version: string;
  readonly kind: 'emergency' | 'schedule-failed';
  readonly text?: string;
  readonly faults?: readonly PathFault[];
  readonly account: string | null;
}

/** Writes a notice; it is never changed and never goes. Whether it still concerns anybody is derived. */
export async function insertNotice(ctx: Ctx, notice: NewNotice): Promise<void> {
  await ctx.db
    .insertInto('path_notice')
    .values({
      county_id: ctx.county,
      id: newId(),
      path_id: notice.path,
      version_id: notice.version,
      kind: notice.kind,
      text: notice.text ?? '',
      faults: JSON.stringify(notice.faults ?? []),
      account_id: notice.account,
      at: ctx.now(),
    })
    .execute();
}

/** A stored notice, with who caused it. */
export interface StoredNotice {
  readonly kind: 'emergency' | 'schedule-failed';
  readonly text: string;
  readonly faults: PathFault[];
  readonly by: string | null;
  readonly at: Date;
}

/** The notices about one version, the latest first. */
export async function selectNotices(ctx: Ctx, version: string): Promise<StoredNotice[]> {
  const { rows } = await sql<StoredNotice>`
    select n.kind, n.text, n.faults, a.name as by, n.at from path_notice n
    left join account a on a.county_id = n.county_id and a.id = n.account_id
    where n.county_id = ${ctx.county} and n.version_id = ${version}
    order by n.at desc, n.id desc`.execute(ctx.db);
  return rows;
}
