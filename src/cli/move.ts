import { isPrivate } from '#main/database-address.ts';
import { moveCounty } from '#main/move/move-county.ts';
import { joinServer } from '#main/open-server.ts';
import type { Settings } from '#main/settings.ts';
import { noteInAudit } from './note-in-audit.ts';

/** `move --to <DATABASE_URL>`: moves the county to a server, while it goes on working until the last moment. */
export async function move(settings: Settings, { to }: { to?: string }): Promise<number> {
  if (!to || !/^postgres(ql)?:\/\//.test(to) || !URL.canParse(to)) {
    process.stderr.write('Say where to: --to postgres://<user>:<password>@<host>/<database>.\n');
    return 2;
  }
  if (settings.mode === 'production' && !isPrivate(to)) {
    process.stderr.write(
      'The new database is on another machine: add sslmode=verify-full to its address.\n',
    );
    return 2;
  }
  const server = await joinServer(settings, process.cwd(), 'polku move');
  try {
    const moved = await moveCounty(server.url, to, process.cwd());
    process.stdout.write(
      moved.how === 'finished'
        ? 'Everything had been moved and compared already; the last step is now done too.\n'
        : `Moved ${moved.rows} rows of ${moved.tables} tables; counts and checksums are equal. Writing waited for ${(moved.heldMs / 1000).toFixed(1)} s.\n`,
    );
    process.stdout.write(
      'The old database takes nothing in any more. Stop Polku and start it with DATABASE_URL set to the new address.\n',
    );
    await noteInAudit(to, 'operation.move');
    return 0;
  } finally {
    await server.stop();
  }
}
