import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateAll } from '#main/migrate.ts';
import { openEmbeddedDatabase } from '#platform/embedded-database/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

/**
 * One real PostgreSQL for the run (the server of DATABASE_URL, else an embedded one of its own) and in it one
 * migrated template database, of which each test file takes a copy.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  try {
    return await makeTemplate(project, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

async function makeTemplate(project: TestProject, server: Server): Promise<() => Promise<void>> {
  const template = `polku_template_${process.pid}`;
  await command(server.url, `drop database if exists ${template}`);
  await command(server.url, `create database ${template}`);
  await migrateAll(
    databaseUrl(server.url, template),
    join(import.meta.dirname, '../../migrations'),
  );
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return async () => {
    await command(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function openServer(): Promise<Server> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => undefined };
  const dir = await mkdtemp(join(tmpdir(), 'polku-test-'));
  // The server runs as another user than root and must be able to enter.
  await chmod(dir, 0o755);
  const dataDir = join(dir, 'data');
  const server = await openEmbeddedDatabase({ dataDir, defaultDir: dataDir, holder: 'tests' });
  // Every file takes a copy of hundreds of tables, which need not outlive a power cut. Tests of durability have servers of their own.
  await command(server.url, 'alter system set fsync = off');
  await command(server.url, 'select pg_reload_conf()');
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
