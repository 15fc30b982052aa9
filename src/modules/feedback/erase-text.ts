import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import { textErased } from './events.ts';
import type { FeedbackTables } from './tables.ts';
import { quotesOf, withoutQuotes } from './without-quotes.ts';

type Ctx = Context<FeedbackTables>;

/** The unit of an answer that has a text: whose permission is asked. @throws AppError `not-found`. */
export async function getNodeOfText(ctx: Ctx, answer: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('answer_text')
    .select('node_id')
    .where('county_id', '=', ctx.county)
    .where('answer_id', '=', answer)
    .executeTakeFirst();
  return found(row, 'answer-text-not-found').node_id;
}

/**
 * Erases one free text for good, wherever it stands: the text, its quotes in the notes of urgent feedback, and, by what
 * follows from the event, its quotes elsewhere. The answer stays in the figures.
 * @throws AppError `conflict` while it is urgent and waits to be handled.
 */
export async function eraseText(ctx: Ctx, answer: string): Promise<void> {
  const { text } = found(await holdText(ctx, answer), 'answer-text-not-found');
  const waiting = await ctx.db
    .selectFrom('concern')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('answer_id', '=', answer)
    .where('status', '=', 'open')
    .executeTakeFirst();
  if (waiting) throw new AppError('conflict', 'concern-waits');
  await ctx.db
    .deleteFrom('answer_text')
    .where('county_id', '=', ctx.county)
    .where('answer_id', '=', answer)
    .execute();
  const { node_id, day } = await forgetFingerprint(ctx, answer);
  const quotes = quotesOf(text);
  await eraseFromNotes(ctx, quotes);
  await ctx.emit(textErased({ unitDays: [[node_id, day]], quotes }));
}

const holdText = (ctx: Ctx, answer: string): Promise<{ text: string } | undefined> =>
  ctx.db
    .selectFrom('answer_text')
    .select('text')
    .where('county_id', '=', ctx.county)
    .where('answer_id', '=', answer)
    .forUpdate()
    .executeTakeFirst();

/** The hash of its content goes too: of a short text, it could tell whether a guess is right. */
async function forgetFingerprint(
  ctx: Ctx,
  answer: string,
): Promise<{ node_id: string; day: string }> {
  return ctx.db
    .updateTable('answer')
    .set({ content_hash: randomBytes(32) })
    .where('county_id', '=', ctx.county)
    .where('id', '=', answer)
    .returning(['node_id', 'day'])
    .executeTakeFirstOrThrow();
}

async function eraseFromNotes(ctx: Ctx, quotes: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; note: string }>`
    select id, note from concern where county_id = ${ctx.county} and note is not null for update`.execute(
    ctx.db,
  );
  for (const { id, note } of rows) {
    const rest = withoutQuotes(note, quotes);
    if (rest === note) continue;
    await ctx.db
      .updateTable('concern')
      .set({ note: rest })
      .where('county_id', '=', ctx.county)
      .where('id', '=', id)
      .execute();
  }
}
