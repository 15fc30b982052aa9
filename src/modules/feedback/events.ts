import { defineEvent } from '#platform/events.ts';

/** A text that came in with an answer, masked. */
export interface RecordedText {
  readonly answer: string;
  readonly node: string;
  readonly text: string;
  readonly receivedAt: Date;
}

/** Answers were stored, in the transaction that is still open. Emitted once for all of them. */
export const answersRecorded = defineEvent<{
  /** Each unit and Helsinki day that got an answer, once. */
  readonly unitDays: readonly (readonly [node: string, day: string])[];
  readonly texts: readonly RecordedText[];
}>('answersRecorded');
