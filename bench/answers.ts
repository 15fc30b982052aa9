import type pg from 'pg';
import { hashOf, newId, newSecret } from '#platform/ids.ts';

const SCORES = {
  'got-help': 5,
  'cared-for': 4,
  'decided-together': 5,
  'felt-safe': 5,
  'understood-information': 4,
  'know-next': 3,
  'found-useful': 5,
};

const COMMENT = 'Sain ajan nopeasti ja hoitaja kuunteli. Jatkosta olisin halunnut kuulla enemmän.';

/** Makes invitations to all units in turn, and the request of an answer for each: ready to be sent as it is. */
export async function answerRequests(client: pg.Client, count: number): Promise<Buffer[]> {
  const { tokens, version } = await invite(client, count);
  return tokens.map((token) => request(token, version));
}

/** Makes invitations to all units in turn. */
export async function invite(
  client: pg.Client,
  count: number,
): Promise<{ tokens: string[]; version: string }> {
  const { rows: units } = await client.query<{ id: string }>(
    "select id from node where kind = 'unit' order by code",
  );
  const { rows: versions } = await client.query<{ county_id: string; id: string }>(
    "select county_id, id from survey_version where status = 'in-use' order by id limit 1",
  );
  const { county_id: county, id: version } = versions[0]!;
  const tokens = Array.from({ length: count }, newSecret);
  await client.query(
    `insert into invitation (county_id, token_hash, survey_version_id, node_id, channel, expires_at)
     select $1, t.hash, $2, ($4::uuid[])[1 + t.place % cardinality($4::uuid[])], 'sms', now() + interval '1 day'
     from unnest($3::bytea[]) with ordinality t(hash, place)`,
    [county, version, tokens.map(hashOf), units.map(({ id }) => id)],
  );
  await client.query('analyze invitation');
  return { tokens, version };
}

function request(token: string, surveyVersion: string): Buffer {
  const body = JSON.stringify({
    id: newId(),
    token,
    surveyVersion,
    language: 'fi',
    recommendation: 9,
    scores: SCORES,
    comment: COMMENT,
  });
  return Buffer.from(
    `POST /api/answers HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
