import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { AnswerRow } from './record-answers.ts';
import type { FeedbackTables } from './tables.ts';

type Ctx = Context<FeedbackTables>;

/** Writes answers and their texts by one statement. Sorted by id, so that two writers never wait for each other in a circle. */
export async function insertAnswers(ctx: Ctx, unsorted: readonly AnswerRow[]): Promise<void> {
  const rows = unsorted.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const column = <K extends keyof AnswerRow>(name: K): AnswerRow[K][] =>
    rows.map((row) => row[name]);
  // unnest takes two-dimensional arrays apart, so each row's scores travel as one text.
  const scores = rows.map((row) => `{${row.scores.map((score) => score ?? 'null').join(',')}}`);
  await ctx.send(sql`
    with given as (
      select * from unnest(
        ${column('id')}::uuid[], ${column('node')}::uuid[], ${column('version')}::uuid[], ${column('set')}::uuid[],
        ${column('channel')}::text[], ${column('respondent')}::text[], ${column('language')}::text[], ${column('path')}::uuid[],
        ${column('anchor')}::text[], ${column('receivedAt')}::timestamptz[], ${column('day')}::date[],
        ${column('recommendation')}::smallint[], ${scores}::text[], ${column('receipt')}::text[],
        ${column('contentHash')}::bytea[], ${column('text')}::text[], ${column('masked')}::integer[]
      ) as g (id, node_id, version_id, set_id, channel, respondent, language, path_id, anchor, received_at, day,
        recommendation, scores, receipt, content_hash, text, masked)
    ), written as (
      insert into answer (county_id, id, node_id, survey_version_id, set_id, channel, respondent, language, path_id, anchor,
        received_at, day, recommendation, scores, receipt, content_hash)
      select ${ctx.county}::uuid, id, node_id, version_id, set_id, channel, respondent, language, path_id, anchor,
        received_at, day, recommendation, scores::smallint[], receipt, content_hash
      from given
    )
    insert into answer_text (county_id, answer_id, node_id, received_at, text, masked)
    select ${ctx.county}::uuid, id, node_id, received_at, text, masked from given where text <> ''`);
}

/** What is known of an answer that was stored before. */
export interface KnownAnswer {
  readonly id: string;
  readonly receipt: string;
  readonly contentHash: Buffer;
}

/** The answers of these ids that are stored already. */
export async function findKnownAnswers(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, KnownAnswer>> {
  const { rows } = await sql<{ id: string; receipt: string; content_hash: Buffer }>`
    select found.* from unnest(${ids}::uuid[]) as w (id)
    cross join lateral (
      select a.id, a.receipt, a.content_hash from answer a where a.county_id = ${ctx.county} and a.id = w.id limit 1
    ) as found`.execute(ctx.db);
  return new Map(
    rows.map(({ id, receipt, content_hash }) => [id, { id, receipt, contentHash: content_hash }]),
  );
}
