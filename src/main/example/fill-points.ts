import { createFeedbackPoint, openPathPoints } from '#modules/collection';
import type { Surveys } from '#main/instrument/enter-surveys.ts';
import type { AnyContext } from '#platform/context.ts';
import type { Place } from './fill-organisation.ts';
import { ownSurveys, withoutNational } from './own-surveys.ts';

/** Gives every unit an open feedback point, the paths one for each of their phases, and the county's own surveys theirs. */
export async function addPoints(
  ctx: AnyContext,
  given: { surveys: Surveys; paths: readonly string[]; places: ReadonlyMap<string, Place> },
): Promise<void> {
  for (const { id, code, volume } of given.places.values()) {
    if (volume > 0 && !withoutNational.has(code))
      await createFeedbackPoint(ctx, id, { survey: given.surveys.national, channel: 'web' });
  }
  for (const { survey, unit, answers } of ownSurveys) {
    for (const [channel] of answers.channels) {
      await createFeedbackPoint(ctx, given.places.get(unit)!.id, {
        survey: given.surveys[survey],
        channel: channel === 'qr' ? 'qr' : 'web',
      });
    }
  }
  for (const path of given.paths) await openPathPoints(ctx, path);
}
