import type { SurveyVersion } from '#modules/surveys';
import type { Context } from '#platform/context.ts';
import { dayOf } from '#platform/time.ts';
import type { SealedAnswer } from './answer.ts';
import { insertAnswers } from './answer-store.ts';
import type { AnswerChannel } from './contract.ts';
import { answersRecorded, type RecordedText } from './events.ts';
import type { FeedbackTables } from './tables.ts';

/** An answer with the place that it belongs to. */
export interface PlacedAnswer {
  readonly answer: SealedAnswer;
  readonly version: SurveyVersion;
  readonly node: string;
  readonly channel: AnswerChannel;
  readonly path: { readonly id: string; readonly anchor: string } | null;
  /** When it was received, if not now: answers brought over from elsewhere. */
  readonly receivedAt?: Date;
}

/**
 * Stores answers that have been checked, all in one statement, and tells of them once. An id that is taken fails the
 * whole transaction.
 */
export async function recordAnswers(
  ctx: Context<FeedbackTables>,
  answers: readonly PlacedAnswer[],
): Promise<void> {
  if (answers.length === 0) return;
  const rows = rowsOf(answers, ctx.now());
  const texts: RecordedText[] = rows
    .filter(({ text }) => text !== '')
    .map(({ id, node, text, receivedAt }) => ({ answer: id, node, text, receivedAt }));
  await insertAnswers(ctx, rows);
  await ctx.emit(answersRecorded({ answers: rows.map(({ id }) => id), texts }));
}

function rowsOf(answers: readonly PlacedAnswer[], now: Date) {
  const today = dayOf(now);
  return answers.map((placed) =>
    placed.receivedAt
      ? rowOf(placed, placed.receivedAt, dayOf(placed.receivedAt))
      : rowOf(placed, now, today),
  );
}

/** An answer as it lies in its tables. */
export type AnswerRow = ReturnType<typeof rowOf>;

function rowOf(
  { answer, version, node, channel, path }: PlacedAnswer,
  receivedAt: Date,
  day: string,
) {
  return {
    id: answer.id,
    node,
    version: version.id,
    set: version.set.id,
    channel,
    respondent: answer.respondent ?? version.set.respondents[0] ?? 'customer',
    language: answer.language,
    path: path?.id ?? null,
    anchor: path?.anchor ?? null,
    receivedAt,
    day,
    recommendation: answer.recommendation,
    scores: version.statements.map(({ code }) => answer.scores[code] ?? null),
    receipt: answer.receipt,
    contentHash: answer.contentHash,
    text: answer.comment,
    masked: answer.masked,
  };
}
