import { sql } from 'kysely';
import type { Actor, Context, Role } from './context.ts';
import { AppError } from './errors.ts';

/** One thing that may be done, and the roles that may do it on a node or anywhere below it. */
export interface Action {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Who may at all, whatever the role: only somebody who is signed in, or only another system with its token. */
  readonly by?: 'account' | 'token';
}

/** The roles that may do something; told apart where a person must stand behind it, or where only other systems do it. */
type Grant =
  | readonly Role[]
  | { readonly byPerson: readonly Role[] }
  | { readonly byToken: readonly Role[] };

const ACTIONS = new Map<string, Action>();

/**
 * A module's actions, a line each: `definePermissions('reports', { readDashboard: ['viewer'] })`.
 * What is not listed may not be done.
 */
export function definePermissions<Names extends string>(
  module: string,
  grants: Readonly<Record<Names, Grant>>,
): Readonly<Record<Names, Action>> {
  const actions = Object.entries(grants) as [Names, Grant][];
  const named = actions.map(([name, grant]) => [name, actionOf(`${module}.${name}`, grant)]);
  for (const [, action] of named as [Names, Action][]) ACTIONS.set(action.name, action);
  return Object.fromEntries(named) as Record<Names, Action>;
}

function actionOf(name: string, grant: Grant): Action {
  if ('byPerson' in grant) return { name, roles: grant.byPerson, by: 'account' };
  return 'byToken' in grant ? { name, roles: grant.byToken, by: 'token' } : { name, roles: grant };
}

/** Every action that the loaded modules define. */
export const allActions = (): Action[] => [...ACTIONS.values()];

/** The nodes on which the actor has a role that may do this; it also may on all that is below them. */
export function nodesAllowing(actor: Actor, action: Action): string[] {
  if (!('roles' in actor) || isOtherKind(actor, action)) return [];
  return actor.roles.filter(({ role }) => action.roles.includes(role)).map(({ node }) => node);
}

const isOtherKind = (actor: Actor, { by }: Action): boolean =>
  by !== undefined && by !== actor.kind;

/** Refuses whoever has no role anywhere that allows this: they learn nothing of what there is. */
export function requireSomewhere(actor: Actor, action: Action): void {
  const needed = action.by === 'token' ? 'token-needed' : 'sign-in-needed';
  if (!('roles' in actor)) throw new AppError('unauthenticated', needed);
  if (isOtherKind(actor, action))
    throw new AppError('forbidden', action.by === 'token' ? 'token-needed' : 'person-needed');
  if (nodesAllowing(actor, action).length === 0) throw new AppError('forbidden', 'not-allowed');
}

/** The table that tells what lies above a node. */
export interface ReachTables {
  node_ancestor: { county_id: string; node_id: string; ancestor_id: string; depth: number };
}

/** Whether the actor may do this on the node. @throws AppError `not-found` for a node that the county does not have. */
export async function mayOn(
  ctx: Context<ReachTables>,
  action: Action,
  node: string,
): Promise<boolean> {
  const above = await ctx.db
    .selectFrom('node_ancestor')
    .select('ancestor_id')
    .where('county_id', '=', ctx.county)
    .where('node_id', '=', node)
    .execute();
  if (above.length === 0) throw new AppError('not-found', 'node-not-found');
  const allowed = new Set(nodesAllowing(ctx.actor, action));
  return above.some(({ ancestor_id }) => allowed.has(ancestor_id));
}

/** Refuses unless the actor may do this on the node. The first line of every route that concerns one. */
export async function requirePermission(
  ctx: Context<ReachTables>,
  action: Action,
  node: string,
): Promise<void> {
  requireSomewhere(ctx.actor, action);
  if (!(await mayOn(ctx, action, node))) throw new AppError('forbidden', 'not-allowed');
}

/** Those of the nodes on which the actor may do this: for a batch, whose every item has a node of its own. */
export async function nodesWithin(
  ctx: Context<ReachTables>,
  action: Action,
  nodes: readonly string[],
): Promise<Set<string>> {
  if (nodes.length === 0) return new Set();
  const { rows } = await sql<{ node_id: string }>`
    select distinct node_id from node_ancestor
    where county_id = ${ctx.county} and node_id = any(${[...nodes]}::uuid[])
      and ancestor_id = any(${nodesAllowing(ctx.actor, action)}::uuid[])`.execute(ctx.db);
  return new Set(rows.map(({ node_id }) => node_id));
}
