import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import type { ActionContent, StoredAction } from './action.ts';
import type { ActionStatus } from './contract.ts';
import type { DevelopmentTables } from './tables.ts';

type Ctx = Context<DevelopmentTables>;

/** The action, held until the transaction ends, so that changes of it follow one another. @throws AppError `not-found`. */
export async function holdAction(ctx: Ctx, id: string): Promise<StoredAction> {
  await ctx.db
    .selectFrom('development_action')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return readAction(ctx, id);
}

/** The action. @throws AppError `not-found`. */
export const readAction = async (ctx: Ctx, id: string): Promise<StoredAction> =>
  found(await findAction(ctx, id), 'action-not-found');

/** The action, if the county has it. */
export async function findAction(ctx: Ctx, id: string): Promise<StoredAction | undefined> {
  const row = await ctx.db
    .selectFrom('development_action')
    .selectAll()
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const sources = await ctx.db
    .selectFrom('action_source')
    .select('answer_id')
    .where('county_id', '=', ctx.county)
    .where('action_id', '=', id)
    .orderBy('answer_id')
    .execute();
  return {
    id: row.id,
    node: row.node_id,
    title: row.title,
    reason: row.reason,
    owner: row.owner,
    due: row.due,
    status: row.status,
    place:
      row.path_id !== null && row.anchor !== null
        ? { path: row.path_id, anchor: row.anchor }
        : null,
    discussion: row.discussion_id,
    sources: sources.map(({ answer_id }) => answer_id),
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    doneAt: row.done_at,
    revision: row.revision,
  };
}

/** The node of an action: what permissions on it go by. @throws AppError `not-found`. */
export async function getActionNode(ctx: Ctx, id: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('development_action')
    .select('node_id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .executeTakeFirst();
  return found(row, 'action-not-found').node_id;
}

/** Writes a new action; false when its id is taken already, in which case nothing is written. */
export async function insertAction(
  ctx: Ctx,
  action: ActionContent & {
    id: string;
    node: string;
    discussion: string | null;
    createdBy: string;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await ctx.db
    .insertInto('development_action')
    .values({
      county_id: ctx.county,
      id: action.id,
      node_id: action.node,
      ...columnsOf(action),
      status: 'proposed',
      discussion_id: action.discussion,
      created_at: ctx.now(),
      created_by: action.createdBy,
      updated_at: ctx.now(),
      done_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (inserted !== 1n) return false;
  await writeSources(ctx, action.id, action.sources);
  return true;
}

/** Writes what is said of an action over what was said. */
export async function updateContent(ctx: Ctx, id: string, content: ActionContent): Promise<void> {
  await ctx.db
    .updateTable('development_action')
    .set({ ...columnsOf(content), updated_at: ctx.now(), revision: sql`revision + 1` })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
  await ctx.db
    .deleteFrom('action_source')
    .where('county_id', '=', ctx.county)
    .where('action_id', '=', id)
    .execute();
  await writeSources(ctx, id, content.sources);
}

/** Moves an action to another state. */
export async function updateStatus(ctx: Ctx, id: string, status: ActionStatus): Promise<void> {
  await ctx.db
    .updateTable('development_action')
    .set({
      status,
      done_at: status === 'done' ? ctx.now() : null,
      updated_at: ctx.now(),
      revision: sql`revision + 1`,
    })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
}

const columnsOf = ({ title, reason, owner, due, place }: ActionContent) => ({
  title,
  reason,
  owner,
  due,
  path_id: place?.path ?? null,
  anchor: place?.anchor ?? null,
});

async function writeSources(ctx: Ctx, action: string, sources: readonly string[]): Promise<void> {
  if (sources.length === 0) return;
  await ctx.db
    .insertInto('action_source')
    .values(
      [...new Set(sources)].map((answer) => ({
        county_id: ctx.county,
        action_id: action,
        answer_id: answer,
      })),
    )
    .execute();
}
