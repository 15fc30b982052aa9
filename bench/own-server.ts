import { execFile } from 'node:child_process';
import { appendFile, chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BIN = process.env['POSTGRES_BIN'] ?? '/usr/lib/postgresql/15/bin';
const run = promisify(execFile);

/** A PostgreSQL of Debian's for the time of a bench: unlike the embedded one it has pg_stat_statements. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'polku-bench-pg-'));
  await chmod(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), -1);
  }
  const as = (command: string, ...given: string[]): Promise<unknown> =>
    isRoot
      ? run('runuser', ['-u', 'postgres', '--', join(BIN, command), ...given], { cwd: '/' })
      : run(join(BIN, command), given);
  const data = join(folder, 'data');
  await as('initdb', '-D', data, '-U', 'polku', '-A', 'trust', '--encoding=UTF8', '--locale=C');
  await appendFile(
    join(data, 'postgresql.conf'),
    `\nlisten_addresses = ''\nunix_socket_directories = '${folder}'\nshared_preload_libraries = 'pg_stat_statements'\nmax_wal_size = '4GB'\n`,
  );
  await as('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), 'start');
  return {
    url: `postgres://polku@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      await as('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
