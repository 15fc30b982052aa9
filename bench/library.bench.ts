import pg from 'pg';
import { machine, percentile, table } from './machine.ts';
import { signIn } from './many-answers.ts';
import { plantPaths } from './many-paths.ts';
import { startServer } from '#tests/support/server.ts';

const SIZE = { paths: 500, versions: 20 };
const REPEATS = 30;
/** The version whose every text is another than that of the last. */
const CHANGED = 10;

/** The list of all paths, the opening of the editor and the difference of two versions, over HTTP, with 500 paths of 20 versions each. */
export async function run(): Promise<void> {
  process.stdout.write(`library: ${machine()}\n`);
  const server = await startServer({ port: 3926 });
  try {
    const paths = await plantPaths(server.databaseUrl, SIZE);
    const cookie = await signIn(server.port, 'johto');
    const median = (address: string): Promise<number> => medianOf(server.port, address, cookie);
    const list = await median('/api/paths');
    const asked = await median('/api/feedback-points/phases');
    const editor = await median(`/api/paths/${paths[0]}/draft`);
    const difference = (from: number): string =>
      `/api/paths/${paths[0]}/difference?from=${from}&to=${SIZE.versions}`;
    const parts = await rewriteVersion(server.databaseUrl, paths[0]!, CHANGED);
    const alike = await median(difference(CHANGED - 1));
    const changed = await median(difference(CHANGED));
    table(
      ['what', 'median, ms', 'promise'],
      [
        ['list of all paths', list.toFixed(1), '< 150'],
        ['where people are asked', asked.toFixed(1), 'within the same 150'],
        ['opening the editor', editor.toFixed(1), '< 300'],
        [`difference of two versions, ${parts} parts, all alike`, alike.toFixed(1), '< 200'],
        [
          `difference of two versions, ${parts} parts, every text another`,
          changed.toFixed(1),
          '< 200',
        ],
      ],
    );
  } finally {
    await server.stop();
  }
}

/** Turns the words of every text of a version round, and tells how many parts it has. */
async function rewriteVersion(databaseUrl: string, path: string, number: number): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The rules for published versions are those of people; the owner may pass them.
    await client.query("set session_replication_role = 'replica'");
    await client.query(
      `update path_text t set text = (select string_agg(word, ' ' order by place desc)
         from regexp_split_to_table(t.text, '\\s+') with ordinality as w (word, place)) || ' aivan uusi'
       from path_version v where v.county_id = t.county_id and v.id = t.version_id and v.path_id = $1 and v.number = $2`,
      [path, number],
    );
    const { rows } = await client.query<{ parts: number }>(
      `select count(*)::int as parts from path_element e join path_version v on v.county_id = e.county_id and v.id = e.version_id
       where v.path_id = $1 and v.number = $2`,
      [path, number],
    );
    return rows[0]!.parts;
  } finally {
    await client.end();
  }
}

async function medianOf(port: number, address: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < REPEATS + 5; number += 1) {
    const began = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { headers: { cookie } });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    if (number >= 5) times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}
