import { closeNode, moveNode } from '#modules/organisation';
import type { AnyContext } from '#platform/context.ts';
import type { Place } from './fill-organisation.ts';

/** What has happened to the example's organisation: a unit went on in another one, and one came to another service. */
const MERGED = { unit: 'U067', into: 'U004', daysAgo: 62 } as const;
const MOVED = { unit: 'U068', to: 'S211', daysAgo: 125 } as const;

/** The units that changed. Their answers are made apart, so that those of the others stay what they are. */
export const CHANGED_UNITS: ReadonlySet<string> = new Set([MERGED.unit, MOVED.unit]);

/** Until when something was answered in the unit that is no more. */
export const answeredUntil = (unit: string, now: Date): Date =>
  unit === MERGED.unit ? ago(now, MERGED.daysAgo) : now;

const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/**
 * Merges one unit, whose public address then leads to its successor, and moves another, whose earlier figures stay with
 * the service where it was.
 */
export async function changeUnits(
  ctx: AnyContext,
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const idOf = (code: string): string => places.get(code)!.id;
  const then = (days: number): AnyContext => ({ ...ctx, now: () => ago(ctx.now(), days) });
  await moveNode(then(MOVED.daysAgo), idOf(MOVED.unit), idOf(MOVED.to));
  await closeNode(then(MERGED.daysAgo), idOf(MERGED.unit), {
    closed: true,
    successor: idOf(MERGED.into),
  });
}
