import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** What the program may do, whatever its login is called in this database. A cluster has one. */
const PROGRAM = 'polku_program';
const LOCK = 7_065_109;

/**
 * The second wall: lets the plain role at the rows of one county only (`polku.county` of its connection), in every table
 * that has a `county_id`, so a query that forgets the county finds nothing of another one. Safe to repeat; the last step
 * of each migration, so that no new table can be forgotten. Run as the owner, whom it does not bind.
 */
export async function raiseWall(url: string): Promise<void> {
  await asOwner(url, async (client) => {
    await client.query(ROLE);
    await client.query(`
      create or replace function own_county() returns uuid language sql stable
        as $$ select nullif(current_setting('polku.county', true), '')::uuid $$;
      grant usage on schema public, pgboss to ${PROGRAM};
      grant select, insert, update, delete on all tables in schema public, pgboss to ${PROGRAM};
      grant usage on all sequences in schema public, pgboss to ${PROGRAM};
      grant execute on all functions in schema pgboss to ${PROGRAM};
      revoke insert, update, delete on schema_migration from ${PROGRAM};`);
    const { rows } = await client.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'county_id')
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_county')`);
    for (const { name } of rows) {
      await client.query(`
        alter table ${name} enable row level security;
        create policy own_county on ${name} to ${PROGRAM}
          using (county_id = (select own_county())) with check (county_id = (select own_county()))`);
    }
  });
}

// Several databases of one cluster may be migrated at once, and a role belongs to them all.
const ROLE = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${PROGRAM}') then create role ${PROGRAM} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;

/**
 * The address under which the program itself connects: its own login, which owns nothing and is bound by the second
 * wall. The login is made when it is missing, one per database; its password stands in `secret`, so that all processes
 * find it. @throws with a sentence when the owner may not make roles.
 */
export async function plainUrl(ownerUrl: string): Promise<string> {
  const { login, password } = await asOwner(ownerUrl, makeLogin);
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = password;
  return url.href;
}

/** The name of the program's login in a database: a cluster may hold several Polkus. */
export const loginOf = (database: string): string =>
  `polku_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`;

async function makeLogin(client: pg.Client): Promise<{ login: string; password: string }> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const login = loginOf(rows[0]!.name);
  await client.query(
    "insert into secret (name, value) values ('program-password', $1) on conflict do nothing",
    [randomBytes(24)],
  );
  const found = await client.query<{ value: Buffer }>(
    "select value from secret where name = 'program-password'",
  );
  const password = found.rows[0]!.value.toString('hex');
  try {
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${login}') then create role ${login}; end if;
      end $$;
      alter role ${login} login password '${password}';
      grant ${PROGRAM} to ${login}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new Error(
      'The database user of DATABASE_URL may not make roles. Give it CREATEROLE: Polku connects as a plain role that it makes itself.',
      { cause: error },
    );
  }
  return { login, password };
}

/** Several processes start at once; each takes its turn. */
async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'polku roles' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}
