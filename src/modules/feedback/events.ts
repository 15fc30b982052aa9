import { defineEvent } from '#platform/events.ts';

/** A text that came in with an answer, masked. */
export interface RecordedText {
  readonly answer: string;
  readonly node: string;
  readonly text: string;
  readonly receivedAt: Date;
}

type UnitDays = readonly (readonly [node: string, day: string])[];

/** Texts were removed, because they were old; their answers stay. */
export const textsRemoved = defineEvent<{ readonly unitDays: UnitDays }>('textsRemoved');

/** A text was erased on request; `quotes` is what to look for wherever it may have been quoted. */
export const textErased = defineEvent<{
  readonly unitDays: UnitDays;
  readonly quotes: readonly string[];
}>('textErased');

/** Answers were stored, in the transaction that is still open. Emitted once for all of them. */
export const answersRecorded = defineEvent<{
  readonly answers: readonly string[];
  readonly texts: readonly RecordedText[];
}>('answersRecorded');
