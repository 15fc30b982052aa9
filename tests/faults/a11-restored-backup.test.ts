import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReadStream } from 'node:fs';
import { expect, test } from 'vitest';
import { BackupFile } from '#main/backup/backup-file.ts';
import { ask, orphans, startBusyCounty, startStanding } from '#tests/support/busy-county.ts';
import { runCommand } from '#tests/support/command.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { times } from './size.ts';

const ANSWERS = times(1_000_000, 20_000);

test(
  `A11: of ${ANSWERS} answers and those that come in meanwhile, a restored backup has all that were thanked for before its mark`,
  { timeout: 3_600_000 },
  async () => {
    const busy = await startBusyCounty({ planted: ANSWERS, clients: 4 });
    const empty = await emptyDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'polku-backup-'));
    const file = join(folder, 'backup.sql.gz');
    try {
      const start = performance.now();
      const made = await runCommand(['backup', '--to', file], { DATABASE_URL: busy.process.url });
      const backedUp = performance.now();
      await busy.quiet();
      expect(made).toMatchObject({ code: 0 });
      expect(made.peakMiB).toBeLessThan(256);
      expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
      const { takenAt, tables } = await new BackupFile(createReadStream(file)).manifest();
      const mark = Date.parse(takenAt);
      const before = busy.thanked.filter(({ at }) => at < mark);
      expect(before.length).toBeGreaterThan(0);
      expect(busy.thanked.length).toBeGreaterThan(before.length);

      const began = performance.now();
      const restored = await runCommand(['restore', '--from', file], { DATABASE_URL: empty.url });
      expect(restored).toMatchObject({ code: 0 });
      expect(restored.peakMiB).toBeLessThan(256);
      // Half an hour for a million.
      const restoreMs = performance.now() - began;
      expect(restoreMs).toBeLessThan(30_000 + ANSWERS * 1.8);
      console.info(
        `A11: ${ANSWERS} answers, backup ${seconds(backedUp - start)} s and ${made.peakMiB} MiB, ${(await stat(file)).size >> 20} MiB on disk, ` +
          `restore ${seconds(restoreMs)} s and ${restored.peakMiB} MiB`,
      );

      const stored = await receipts(empty.url);
      expect(before.filter(({ id, receipt }) => stored.get(id) !== receipt)).toEqual([]);
      expect(stored.size).toBe(tables.find(({ table }) => table === 'answer')!.rows);
      const sent = await receipts(busy.process.url);
      expect([...stored].filter(([id, receipt]) => sent.get(id) !== receipt)).toEqual([]);
      expect(await orphans(empty.url)).toEqual([]);
      expect(await ask(empty.url, 'select * from session')).toEqual([]);

      const next = await startStanding(empty.url);
      try {
        // Also those that had not been counted when the backup was taken: their jobs came along.
        expect(await next.settled()).toEqual([]);
        const again = await next.answer(before.at(-1)!.body);
        expect([again.status, await again.json()]).toEqual([
          200,
          { receipt: before.at(-1)!.receipt },
        ]);
      } finally {
        await next.stop();
      }
    } finally {
      await busy.quiet();
      await busy.process.stop();
      await empty.drop();
      await rm(folder, { recursive: true });
    }
  },
);

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

async function receipts(url: string): Promise<Map<string, string>> {
  const rows = await ask<{ id: string; receipt: string }>(url, 'select id, receipt from answer');
  return new Map(rows.map(({ id, receipt }) => [id, receipt]));
}
