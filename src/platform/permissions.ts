import type { Actor, Context, Role } from './context.ts';
import { AppError } from './errors.ts';

/** One thing that may be done, and the roles that may do it on a node or anywhere below it. */
export interface Action {
  readonly name: string;
  readonly roles: readonly Role[];
}

const ACTIONS = new Map<string, Action>();

/**
 * A module's actions, a line each: `definePermissions('reports', { readDashboard: ['viewer'] })`.
 * What is not listed may not be done.
 */
export function definePermissions<Names extends string>(
  module: string,
  roles: Readonly<Record<Names, readonly Role[]>>,
): Readonly<Record<Names, Action>> {
  const actions = Object.entries(roles) as [Names, readonly Role[]][];
  const named = actions.map(([name, who]) => [name, { name: `${module}.${name}`, roles: who }]);
  for (const [, action] of named as [Names, Action][]) ACTIONS.set(action.name, action);
  return Object.fromEntries(named) as Record<Names, Action>;
}

/** Every action that the loaded modules define. */
export const allActions = (): Action[] => [...ACTIONS.values()];

/** The nodes on which the actor has a role that may do this; it also may on all that is below them. */
export function nodesAllowing(actor: Actor, action: Action): string[] {
  if (actor.kind !== 'account') return [];
  return actor.roles.filter(({ role }) => action.roles.includes(role)).map(({ node }) => node);
}

/** Refuses whoever has no role anywhere that allows this: they learn nothing of what there is. */
export function requireSomewhere(actor: Actor, action: Action): void {
  if (actor.kind !== 'account') throw new AppError('unauthenticated', 'sign-in-needed');
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
