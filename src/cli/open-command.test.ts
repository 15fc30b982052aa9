import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readSettings } from '#main/settings.ts';
import { rollUpUnitDays } from '#modules/reports';
import { openLog } from '#platform/log.ts';
import { startProcess } from '#tests/support/process.ts';
import { openCommand } from './open-command.ts';

test('what a command plans is done by the servers', { timeout: 60_000 }, async () => {
  const running = await startProcess();
  const settings = readSettings({ DATABASE_URL: running.url, LOG_LEVEL: 'silent' });
  const opened = await openCommand(settings, openLog('silent'));
  try {
    const unit = await running.addUnit();
    await opened.run((ctx) => ctx.plan(rollUpUnitDays({ unitDays: [[unit, '2026-11-18']] })));
    const left = (): Promise<number> =>
      running.run(async (ctx) => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from pgboss.job where name = ${rollUpUnitDays.job} and state = 'completed'`.execute(
          ctx.db,
        );
        return rows[0]!.n;
      });
    await expect.poll(left, { timeout: 20_000 }).toBe(1);
  } finally {
    await opened.close();
    await running.stop();
  }
});
