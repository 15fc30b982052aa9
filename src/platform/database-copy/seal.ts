import type pg from 'pg';

/**
 * What a database says of a move. `arriving`: a copy that nothing may start on yet. `moved`: the county lives elsewhere,
 * and nothing may be written here again. It stands in a schema of its own, which is no part of the county's data.
 */
export interface Seal {
  readonly state: 'arriving' | 'moved';
  /** The move. */
  readonly id: string;
  /** Where to, without a password. */
  readonly place: string;
  readonly at: Date;
}

/** The seal of this database, if it has one. */
export async function findSeal(client: pg.Client): Promise<Seal | undefined> {
  const { rows: there } = await client.query<{ is: boolean }>(
    `select to_regclass('polku_move.seal') is not null as is`,
  );
  if (!there[0]!.is) return undefined;
  const { rows } = await client.query<Seal>('select state, id, place, at from polku_move.seal');
  return rows[0];
}

/** Seals the database in the open transaction. */
export async function setSeal(client: pg.Client, seal: Omit<Seal, 'at'>): Promise<void> {
  await client.query('drop schema if exists polku_move cascade');
  await client.query('create schema polku_move');
  await client.query(
    `create table polku_move.seal (
       id uuid primary key, state text not null, place text not null, at timestamptz not null default now())`,
  );
  await client.query('insert into polku_move.seal (id, state, place) values ($1, $2, $3)', [
    seal.id,
    seal.state,
    seal.place,
  ]);
}

/** Opens a database that was sealed while it was filled. */
export async function removeSeal(client: pg.Client): Promise<void> {
  await client.query('drop schema if exists polku_move cascade');
}

/** Waits until no transaction writes, and keeps all others waiting until this one ends. Reading goes on. */
export async function holdWriting(client: pg.Client): Promise<void> {
  await client.query(`set local lock_timeout to '10s'`);
  await client.query(`lock table ${(await listWritten(client)).join(', ')} in share mode`);
}

/**
 * Refuses every write from this transaction's commit on, also those that wait for it already. The code is that of an
 * operator's intervention, which the program answers with 503 and the request to try again.
 */
export async function refuseWriting(client: pg.Client): Promise<void> {
  await client.query(
    `create function polku_move.refuse() returns trigger language plpgsql as $$ begin
       raise exception 'this county has moved to another database' using errcode = 'operator_intervention';
     end $$`,
  );
  for (const table of await listWritten(client)) {
    await client.query(
      `create trigger moved before insert or update or delete or truncate on ${table}
         for each statement execute function polku_move.refuse()`,
    );
  }
}

// The jobs too: one that was done here after the switch would be done there once more.
async function listWritten(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', s.nspname, t.relname) as name from pg_class t join pg_namespace s on s.oid = t.relnamespace
      where t.relkind in ('r', 'p') and (s.nspname = 'public' or (s.nspname = 'pgboss' and t.relname like 'job%'))
      order by 1`,
  );
  return rows.map(({ name }) => name);
}
