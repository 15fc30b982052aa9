import { sql } from 'kysely';
import pg from 'pg';
import { compose } from '#main/composition.ts';
import { readSettings } from '#main/settings.ts';
import { rebuild } from '#modules/reports';
import { newId } from '#platform/ids.ts';
import { openLog } from '#platform/log.ts';
import { plainUrl } from '#platform/plain-role.ts';
import { machine, percentile, table } from './machine.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';

const UNITS = 2_000;
const SIZES = [100_000, 1_000_000] as const;
const REPEATS = 60;

/** The dashboards of the county and of a unit, over HTTP, at two sizes a decade apart. */
export async function run(): Promise<void> {
  process.stdout.write(`report: ${machine()}\n`);
  const measured: Record<'county' | 'unit', number[]> = { county: [], unit: [] };
  for (const size of SIZES) {
    const server = await startServer({ port: 3925 });
    try {
      const { county, unit } = await fill(server, size);
      const cookie = await signIn(server.port);
      measured.county.push(await median(server.port, county, cookie));
      measured.unit.push(await median(server.port, unit, cookie));
    } finally {
      await server.stop();
    }
  }
  table(
    ['dashboard', ...SIZES.map((size) => `${size.toLocaleString('en')} answers, ms`), 'ratio'],
    (['county', 'unit'] as const).map((node) => {
      const [small, large] = measured[node] as [number, number];
      return [node, small.toFixed(1), large.toFixed(1), (large / small).toFixed(2)];
    }),
  );
  process.stdout.write('promise: county < 100 ms, unit < 10 ms, ratio < 1.5\n');
}

/** Two thousand units below new services, a year of answers spread over them, and the roll-up rebuilt. */
async function fill(
  { databaseUrl }: BuiltServer,
  size: number,
): Promise<{ county: string; unit: string }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ county_id: string; id: string }>(
    "select county_id, id from node where kind = 'county'",
  );
  const { county_id: county, id: root } = rows[0]!;
  const services = Array.from({ length: 100 }, newId);
  const units = Array.from({ length: UNITS }, newId);
  await client.query(
    'delete from concern; delete from action_source; delete from answer_text; delete from answer',
  );
  await insertNodes(client, county, services, 'service', () => root);
  await insertNodes(client, county, units, 'unit', (place) => services[place % services.length]!);
  await client.query(
    `insert into answer (county_id, id, node_id, survey_version_id, set_id, channel, language, received_at, day, recommendation, scores, receipt, content_hash)
     select $1, gen_random_uuid(), ($2::uuid[])[1 + g % ${UNITS}], v.id, v.set_id, (array['sms','qr','web'])[1 + g % 3], 'fi',
       now() - make_interval(days => (g / ${UNITS}) % 365), (now() - make_interval(days => (g / ${UNITS}) % 365))::date,
       (array[10,9,9,8,7,10,5])[1 + (g % 7 * 7919) % 7], array[5,4,5,4,3,(g % 6 * 31) % 6,5]::smallint[], 'X', '\\x00'
     from generate_series(1, ${size}) g, (select id, set_id from survey_version where status = 'in-use' order by id limit 1) v`,
    [county, units],
  );
  await rebuildAll(databaseUrl, county);
  await client.query('vacuum analyze');
  await client.end();
  return { county: root, unit: units[17]! };
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

async function rebuildAll(url: string, county: string): Promise<void> {
  const settings = readSettings({ LOG_LEVEL: 'silent' });
  const assets = {
    files: new Map<string, never>(),
    siteStyle: '',
    answerScript: '',
    siteFont: undefined,
    staffScript: '',
    staffStyles: [],
  };
  const { parts, stop } = await compose({
    url: await plainUrl(url),
    county,
    settings,
    log: openLog('silent'),
    assets,
    strict: false,
  });
  await parts.edge.write({ kind: 'system', name: 'bench' }, 'bench', async (ctx) => {
    await sql`set local statement_timeout = 0`.execute(ctx.db);
    await rebuild(ctx);
  });
  await stop();
}

async function signIn(port: number): Promise<string> {
  const body = JSON.stringify({ email: 'johto@esimerkkila.example', password: 'polku-esimerkki' });
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

async function median(port: number, node: string, cookie: string): Promise<number> {
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
