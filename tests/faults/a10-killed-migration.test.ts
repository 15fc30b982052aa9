import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject, expect, test } from 'vitest';
import { migrateJobs } from '#platform/jobs.ts';
import {
  listTables,
  openSession,
  type Table,
  takeFingerprints,
} from '#platform/database-copy/index.ts';
import { migrate, readMigrations } from '#platform/migrate.ts';
import { ask, pause } from '#tests/support/busy-county.ts';
import { ownEnvironment } from '#tests/support/server.ts';
import { PLANTED } from '#tests/support/planted-levels.ts';
import { times } from './size.ts';

const folder = join(import.meta.dirname, '../../migrations');
const KILLS = times(100, 1);

test(
  `A10: each migration, killed at ${KILLS} random points, leaves the old schema or the new one, and the next start ends it with every row`,
  { timeout: 7_200_000 },
  async () => {
    const names = (await readMigrations(folder)).map(({ name }) => name);
    const run = `polku_a10_${process.pid}`;
    const [level, torn] = [`${run}_level`, `${run}_torn`];
    let next = migratingChild();
    try {
      await make(level);
      // The list of migrations is made before the first one, and by itself.
      await bring(level, { names: [], jobs: false });
      for (const [index, name] of [...names, 'the jobs'].entries()) {
        const order = { names: names.slice(0, index + 1), jobs: index === names.length };
        const tables = await tablesOf(level);
        const [before, schemaBefore] = [await rowsOf(level, tables), await schemaOf(level)];
        // The first copy is migrated in peace: what the others must become, and how long it takes.
        await copy(level, torn);
        const began = performance.now();
        await bring(torn, order);
        const longest = performance.now() - began;
        const [after, schemaAfter] = [await rowsOf(torn, tables), await schemaOf(torn)];
        for (let kill = 0; kill < KILLS; kill += 1) {
          await copy(level, torn);
          const child = next;
          next = migratingChild();
          await killed(child, { url: urlOf(torn), ...order }, Math.random() * longest * 1.2);
          const schema = await settledSchema(torn);
          expect([name, [schemaBefore, schemaAfter].includes(schema)]).toEqual([name, true]);
          expect(await rowsOf(torn, tables)).toEqual(schema === schemaAfter ? after : before);
          await bring(torn, order);
          expect([name, await schemaOf(torn)]).toEqual([name, schemaAfter]);
          expect(await rowsOf(torn, tables)).toEqual(after);
        }
        await bring(level, order);
        const planted = PLANTED[name];
        if (planted) await ask(urlOf(level), planted);
      }
      const [answers] = await ask<{ n: number }>(
        urlOf(level),
        'select count(*)::int as n from answer',
      );
      expect(answers!.n).toBe(2004);
    } finally {
      next.kill('SIGKILL');
      for (const name of [level, torn]) await drop(name);
    }
  },
);

const urlOf = (name: string): string => {
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  return url.href;
};

const drop = (name: string): Promise<unknown> =>
  ask(inject('serverUrl'), `drop database if exists ${name} with (force)`);

async function make(name: string): Promise<void> {
  await drop(name);
  await ask(inject('serverUrl'), `create database ${name}`);
}

async function copy(from: string, to: string): Promise<void> {
  await drop(to);
  // The killed process's own connection may take a moment to be noticed gone.
  await ask(inject('serverUrl'), `create database ${to} template ${from}`);
}

async function bring(name: string, order: { names: string[]; jobs: boolean }): Promise<void> {
  await migrate(urlOf(name), folder, new Set(order.names));
  if (order.jobs) await migrateJobs(urlOf(name));
}

function migratingChild(): ChildProcess {
  return spawn(
    process.execPath,
    [join(import.meta.dirname, '../../src/main/migrating-for-tests.ts')],
    {
      env: ownEnvironment({}),
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
}

/** Lets it begin, and ends it after so many milliseconds as a machine that is switched off ends it. */
async function killed(child: ChildProcess, order: object, ms: number): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  const began = new Promise<void>((done) => child.stdout!.once('data', () => done()));
  child.stdin!.write(`${JSON.stringify(order)}\n`);
  await began;
  await pause(ms);
  child.kill('SIGKILL');
  await ended;
}

/** The schema once the server has noticed that whoever changed it is gone. */
async function settledSchema(name: string): Promise<string> {
  for (let tries = 0; tries < 500; tries += 1) {
    const others = await ask(
      inject('serverUrl'),
      `select from pg_stat_activity where datname = '${name}'`,
    );
    if (others.length === 0) break;
    await pause(10);
  }
  return schemaOf(name);
}

/** Everything that a migration can change, but rows. */
async function schemaOf(name: string): Promise<string> {
  const [found] = await ask<{ all: string }>(
    urlOf(name),
    `select md5(string_agg(line, E'\\n' order by line collate "C")) as all from (
       select format('%s %s %s %s %s', c.table_schema, c.table_name, c.column_name, c.data_type, c.column_default) as line
         from information_schema.columns c where c.table_schema in ('public', 'pgboss')
       union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where conrelid <> 0 and connamespace in ('public'::regnamespace)
       union all select indexdef from pg_indexes where schemaname in ('public', 'pgboss')
       union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
       union all select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace s on s.oid = p.pronamespace where s.nspname in ('public', 'pgboss') and p.prokind = 'f'
       union all select format('%s %s %s %s', tablename, policyname, qual, with_check) from pg_policies
       union all select format('%s %s %s', relname, relrowsecurity, relacl) from pg_class where relnamespace = 'public'::regnamespace
     ) lines`,
  );
  return found!.all;
}

async function tablesOf(name: string): Promise<Table[]> {
  const client = await openSession(urlOf(name), 'test');
  return listTables(client).finally(() => client.end());
}

/** The rows of tables as they were at an earlier level, in those columns that still stand. */
async function rowsOf(name: string, earlier: readonly Table[]) {
  const client = await openSession(urlOf(name), 'test');
  try {
    const now = await listTables(client);
    const tables = earlier.flatMap((table) => {
      const standing = now.find((each) => each.name === table.name);
      const columns = table.columns.filter((column) => standing?.columns.includes(column));
      return columns.length === 0 ? [] : [{ ...table, columns }];
    });
    return await takeFingerprints(client, tables);
  } finally {
    await client.end();
  }
}
