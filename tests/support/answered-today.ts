import pg from 'pg';
import { expect, vi } from 'vitest';
import { hashOf, newId, newSecret } from '#platform/ids.ts';
import type { BuiltServer } from './server.ts';

const EACH = 8;

/**
 * Lets some more people have answered today at every unit that has answers, and waits until they are counted: on the first days
 * of a month, too, no unit of the example is then hidden in the running month.
 */
export async function letManyAnswerToday(server: BuiltServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await client.query(
      `with newest as (select set_id from answer group by set_id order by count(*) filter (where day > current_date - 90) desc limit 1),
         unit as (select distinct county_id, node_id, set_id from answer natural join newest),
         made as (
           insert into answer (county_id, id, node_id, survey_version_id, set_id, channel, respondent, language, received_at, day,
             recommendation, scores, receipt, content_hash)
           select a.county_id, gen_random_uuid(), a.node_id, a.survey_version_id, a.set_id, 'sms', 'customer', 'fi', now(),
             (now() at time zone 'Europe/Helsinki')::date, 9, array_fill(5, array[cardinality(a.scores)]), a.receipt, a.content_hash
           from unit u
           cross join lateral (
             select * from answer x where x.county_id = u.county_id and x.node_id = u.node_id and x.set_id = u.set_id limit 1) a,
             generate_series(1, ${EACH})
           returning county_id, id)
       insert into uncounted_answer (county_id, answer_id) select county_id, id from made`,
    );
    // An answer that comes in by itself has the others counted with it.
    await answerOnce(server, client);
    const isCounted = async () =>
      (await client.query('select from uncounted_answer')).rowCount === 0;
    await vi.waitUntil(isCounted, { timeout: 20_000 });
  } finally {
    await client.end();
  }
}

async function answerOnce({ port }: BuiltServer, client: pg.Client): Promise<void> {
  const token = newSecret();
  const { rows } = await client.query<{ version: string }>(
    `insert into invitation (county_id, token_hash, survey_version_id, node_id, channel, expires_at)
     select v.county_id, $1, v.id, u.id, 'sms', now() + interval '1 day'
     from (select county_id, id from survey_version where status = 'in-use' order by id limit 1) v,
       (select id from node where kind = 'unit' order by code limit 1) u
     returning survey_version_id as version`,
    [hashOf(token)],
  );
  const response = await fetch(`http://127.0.0.1:${port}/api/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: newId(),
      token,
      surveyVersion: rows[0]!.version,
      language: 'fi',
      recommendation: 9,
      scores: { 'got-help': 5 },
      comment: '',
    }),
  });
  expect(response.status).toBe(201);
}
