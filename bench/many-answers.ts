import { sql } from 'kysely';
import pg from 'pg';
import { rebuild } from '#modules/reports';
import { newId } from '#platform/ids.ts';
import { addDays, dayOf } from '#platform/time.ts';
import type { BuiltServer } from '#tests/support/server.ts';
import { percentile } from './machine.ts';
import { writeInCounty } from './composed.ts';

const UNITS = 2_000;
const SERVICES = 100;
const DAYS = 365;
const AT_ONCE = 1_000_000;
const REPEATS = 60;

interface Wanted {
  readonly size: number;
  /** The last of the days over which they are spread; today unless told otherwise. */
  readonly until?: string;
  /** Every so many of them have a text; none unless told otherwise. */
  readonly textEvery?: number;
}

/** Two thousand units below new services, a year of answers spread over them, and the roll-up rebuilt. */
export async function countyOfAnswers(
  { databaseUrl }: Pick<BuiltServer, 'databaseUrl'>,
  { size, until = dayOf(new Date()), textEvery }: Wanted,
): Promise<{ county: string; unit: string }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ county_id: string; id: string }>(
    "select county_id, id from node where kind = 'county'",
  );
  const { county_id: county, id: root } = rows[0]!;
  const services = Array.from({ length: SERVICES }, newId);
  const units = Array.from({ length: UNITS }, newId);
  await client.query(
    'delete from concern; delete from action_source; delete from answer_text; delete from answer',
  );
  await insertNodes(client, county, services, 'service', () => root);
  await insertNodes(client, county, units, 'unit', (place) => services[place % services.length]!);
  // What is made here fits together; holding each row against its references would take most of the time.
  await client.query('set session_replication_role = replica');
  for (let from = 1; from <= size; from += AT_ONCE) {
    const to = Math.min(size, from + AT_ONCE - 1);
    await insertAnswers(client, county, units, { from, to, until, size });
  }
  if (textEvery !== undefined) await insertTexts(client, county, textEvery);
  // Else the recount would look up every text by itself.
  await client.query('analyze answer, answer_text');
  await rebuildAll(databaseUrl, county);
  await client.query('vacuum analyze');
  await client.end();
  return { county: root, unit: units[17]! };
}

async function insertAnswers(
  client: pg.Client,
  county: string,
  units: readonly string[],
  { from, to, until, size }: { from: number; to: number; until: string; size: number },
): Promise<void> {
  // Each unit has an answer a day, and more than one when there are more than a year takes.
  const days = Math.min(DAYS, Math.ceil(size / UNITS));
  // In the order in which they would have come, with ids as devices make them, so that they lie on the disk as a county's do.
  await client.query(
    `insert into answer (county_id, id, node_id, survey_version_id, set_id, channel, language, received_at, day, recommendation, scores, receipt, content_hash)
     select $1, (lpad(to_hex((extract(epoch from a.at) * 1000)::bigint), 12, '0') || '7' || right(md5(a.g::text), 19))::uuid,
       ($2::uuid[])[1 + g % ${UNITS}], v.id, v.set_id, (array['sms','qr','web'])[1 + g % 3], 'fi', a.at, a.day,
       (array[10,9,9,8,7,10,5])[1 + (g % 7 * 7919) % 7], array[5,4,5,4,3,(g % 6 * 31) % 6,5]::smallint[], 'XXXX-XXXX', sha256(int4send(g))
     from (
       select g, d.day, d.day + time '08:00' + make_interval(secs => g % 36000) as at
       from generate_series(${from}, ${to}) g
       cross join lateral (select $3::date - ${days - 1} + ((g - 1)::bigint * ${days} / ${size})::integer as day) d) a,
       (select id, set_id from survey_version where status = 'in-use' order by id limit 1) v`,
    [county, units, until],
  );
}

async function insertTexts(client: pg.Client, county: string, every: number): Promise<void> {
  await client.query(
    `insert into answer_text (county_id, answer_id, node_id, received_at, text)
     select $1, a.id, a.node_id, a.received_at, $2 from answer a
     where a.county_id = $1 and ('x' || right(a.id::text, 7))::bit(28)::integer % $3 = 0`,
    [
      county,
      'Sain ajan nopeasti ja hoitaja kuunteli. Jatkosta olisin halunnut kuulla enemmän.',
      every,
    ],
  );
}

async function insertNodes(
  client: pg.Client,
  county: string,
  ids: readonly string[],
  kind: string,
  parentOf: (place: number) => string,
): Promise<void> {
  const parents = ids.map((_, place) => parentOf(place));
  await client.query(
    `insert into node (county_id, id, parent_id, kind, code, slug)
     select $1, id, parent, $4, 'bench ' || id, 'bench-' || id from unnest($2::uuid[], $3::uuid[]) t(id, parent)`,
    [county, ids, parents, kind],
  );
  await client.query(
    `insert into node_name select $1, id, 'fi', 'Yksikkö ' || id from unnest($2::uuid[]) id`,
    [county, ids],
  );
  await client.query(
    `insert into node_ancestor
     select $1, t.id, a.ancestor_id, a.depth + 1 from unnest($2::uuid[], $3::uuid[]) t(id, parent) join node_ancestor a on a.county_id = $1 and a.node_id = t.parent
     union all select $1, id, id, 0 from unnest($2::uuid[]) id`,
    [county, ids, parents],
  );
}

const rebuildAll = (url: string, county: string): Promise<void> =>
  writeInCounty(url, county, async (ctx) => {
    await sql`set local statement_timeout = 0`.execute(ctx.db);
    await sql`set local work_mem = '256MB'`.execute(ctx.db);
    await rebuild(ctx);
  });

/** Signs one of the example county's people in. */
export async function signIn(port: number, who: 'johto' | 'asiakaskokemus'): Promise<string> {
  const body = JSON.stringify({ email: `${who}@esimerkkila.example`, password: 'polku-esimerkki' });
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

/** Milliseconds of a node's dashboard. */
export async function medianOfDashboard(
  port: number,
  node: string,
  cookie: string,
): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < REPEATS + 10; number += 1) {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/api/nodes/${node}/dashboard`, {
      headers: { cookie },
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the dashboard answered ${response.status}`);
    if (number >= 10) times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}

/** The last day of the last month that has ended. */
export const lastClosedDay = (): string => addDays(`${dayOf(new Date()).slice(0, 8)}01`, -1);
