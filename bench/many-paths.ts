import pg from 'pg';
import { openDatabase } from '#main/database.ts';
import { keepSummary } from '#modules/paths';

/** Of the tables whose rows belong to a version: what a copy of one takes along besides its version and path. */
const CONTENT = {
  path_element: 'anchor, parent_anchor, kind, position, channel_id, properties',
  path_text: 'anchor, field, variant, text, revision, source_revision',
} as const;

/**
 * Copies the example's path until there are so many, each with so many versions of which the last is published, every
 * tenth with a draft as well. Ids are made of the copied one's by number, so that each copy knows its own.
 */
export async function plantPaths(
  databaseUrl: string,
  { paths, versions }: { paths: number; versions: number },
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The rules for published versions are those of people, not of copies; the owner may pass them.
    await client.query("set session_replication_role = 'replica'");
    await client.query(`create temporary table copy as
      select gen_random_uuid() as id, n, (select id from service_path limit 1) as original from generate_series(1, ${paths}) n`);
    await client.query(`create temporary table copied_version as
      select gen_random_uuid() as id, c.id as path_id, c.original, number, (select id from path_version where path_id = c.original and status = 'published') as version
      from copy c cross join generate_series(1, ${versions} + (c.n % 10 = 0)::int) number`);
    await copyHeads(client, versions);
    for (const [table, columns] of Object.entries(CONTENT))
      await copyContent(client, table, columns);
    await client.query("set session_replication_role = 'origin'");
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ county: string; id: string }>(
      'select p.county_id as county, c.id from copy c join service_path p on p.id = c.id',
    );
    await keepSummaries(databaseUrl, rows);
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

async function copyHeads(client: pg.Client, versions: number): Promise<void> {
  await client.query(`insert into service_path (county_id, id, node_id, level, clinical)
    select p.county_id, c.id, p.node_id, (array['service', 'service', 'touchpoint', 'strategic'])[1 + c.n % 4], p.clinical
    from copy c join service_path p on p.id = c.original`);
  await client.query(`insert into path_unit (county_id, path_id, node_id)
    select u.county_id, c.id, u.node_id from copy c join path_unit u on u.path_id = c.original`);
  await client.query(`insert into path_slug (county_id, language, slug, path_id)
    select s.county_id, s.language, s.slug || '-' || c.n, c.id from copy c join path_slug s on s.path_id = c.original where s.current`);
  await client.query(`insert into path_anchor (county_id, path_id, anchor, kind)
    select a.county_id, c.id, a.anchor, a.kind from copy c join path_anchor a on a.path_id = c.original`);
  await client.query(`insert into path_version (county_id, id, path_id, number, status, revision, review_due, updated_at, published_at)
    select v.county_id, c.id, c.path_id, c.number,
      case when c.number < ${versions} then 'superseded' when c.number = ${versions} then 'published' else 'draft' end,
      v.revision, v.review_due - (c.number * 5), v.updated_at, case when c.number <= ${versions} then v.published_at end
    from copied_version c join path_version v on v.id = c.version`);
}

/** Version by version, as people would have made them: what is read together lies together. */
async function copyContent(client: pg.Client, table: string, columns: string): Promise<void> {
  const [path, of] = table === 'path_element' ? [', path_id', ', c.path_id'] : ['', ''];
  const taken = columns
    .split(', ')
    .map((column) => `t.${column}`)
    .join(', ');
  await client.query(`insert into ${table} (county_id, version_id${path}, ${columns})
    select t.county_id, c.id${of}, ${taken} from copied_version c join ${table} t on t.version_id = c.version order by c.number, c.id`);
}

async function keepSummaries(
  databaseUrl: string,
  rows: readonly { county: string; id: string }[],
): Promise<void> {
  const { db, pool } = openDatabase<never>(databaseUrl, 1);
  for (const { county, id } of rows) await keepSummary({ db, county } as never, id);
  await pool.end();
}
