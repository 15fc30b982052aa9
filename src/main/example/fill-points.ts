import { createFeedbackPoint, openPathPoints } from '#modules/collection';
import type { AnyContext } from '#platform/context.ts';
import type { Place } from './fill-organisation.ts';

/** Gives every unit an open feedback point, and the path one for each of its phases. */
export async function addPoints(
  ctx: AnyContext,
  given: { survey: string; path: string; places: ReadonlyMap<string, Place> },
): Promise<void> {
  for (const { id, volume } of given.places.values()) {
    if (volume > 0) await createFeedbackPoint(ctx, id, { survey: given.survey, channel: 'web' });
  }
  await openPathPoints(ctx, given.path);
}
