import type pg from 'pg';

/** A table of the product as the database describes it. Names are quoted where SQL needs it. */
export interface Table {
  readonly name: string;
  /** Those that are stored; what the database computes itself is not copied. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

// The migrations write this one themselves, with a time of their own.
const LEFT_TO_MIGRATIONS = 'schema_migration';

/** Every table of the product, in the order of their names. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select quote_ident(t.relname) as name,
       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
         where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select array_agg(quote_ident(a.attname) order by a.attnum) from pg_index i
         join pg_attribute a on a.attrelid = t.oid and a.attnum = any(i.indkey)
         where i.indrelid = t.oid and i.indisprimary), '{}') as key
     from pg_class t
     where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
       and t.relname <> $1
     order by t.relname collate "C"`,
    [LEFT_TO_MIGRATIONS],
  );
  return rows;
}

/** A migration that has run. */
export interface Migration {
  readonly name: string;
  readonly checksum: string;
}

/** The migrations that have run, in order; none where the product never was. */
export async function listMigrations(client: pg.Client): Promise<Migration[]> {
  const { rows: there } = await client.query<{ is: boolean }>(
    `select to_regclass('public.schema_migration') is not null as is`,
  );
  if (!there[0]!.is) return [];
  const { rows } = await client.query<Migration>(
    'select name, checksum from public.schema_migration order by name collate "C"',
  );
  return rows;
}

/** A sequence and where it stands; null when it has given no number yet. */
export interface Sequence {
  readonly name: string;
  readonly value: string | null;
}

/** Where the sequences stand. */
export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select quote_ident(sequencename) as name, last_value::text as value from pg_sequences
      where schemaname = 'public' order by sequencename collate "C"`,
  );
  return rows;
}

/** Lets the sequences go on from where they stood. */
export async function setSequences(
  client: pg.Client,
  sequences: readonly Sequence[],
): Promise<void> {
  for (const { name, value } of sequences) {
    if (value !== null)
      await client.query('select setval($1::regclass, $2::bigint)', [`public.${name}`, value]);
  }
}
