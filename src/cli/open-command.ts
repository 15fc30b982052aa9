import { JOB_HANDLERS } from '#main/composition.ts';
import { openCounty } from '#main/county.ts';
import { OUTSIDE_JOBS } from '#main/outside.ts';
import { openDatabase } from '#main/database.ts';
import { joinServer } from '#main/open-server.ts';
import { REACTIONS } from '#main/reactions.ts';
import type { Settings } from '#main/settings.ts';
import type { AnyContext } from '#platform/context.ts';
import { Jobs } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import { plainUrl } from '#platform/plain-role.ts';
import { createEdge } from '#platform/transaction.ts';

/** What a command works with. */
export interface Opened {
  /** Runs in one transaction, as the program itself. */
  run<T>(work: (ctx: AnyContext) => Promise<T>): Promise<T>;
  /** Reads from one snapshot. */
  read<T>(work: (ctx: AnyContext) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Joins the running server of DATA_DIR (or of DATABASE_URL), else starts one for the time of the command. */
export async function openCommand(settings: Settings, log: Log): Promise<Opened> {
  const root = process.cwd();
  const server = await joinServer(settings, root, 'polku command');
  const county = await openCounty(server.url, root, settings, () => undefined);
  const url = await plainUrl(server.url);
  const { pool } = openDatabase(url, 2, { county });
  const jobs = new Jobs(url, log, { plansOnly: true });
  await jobs.open([...JOB_HANDLERS.map(({ job }) => job), ...OUTSIDE_JOBS]);
  const edge = createEdge({ pool, county, clock: () => new Date(), jobs, reactions: REACTIONS });
  return {
    run: (work) => edge.write({ kind: 'system', name: 'command' }, 'command', work),
    read: (work) => edge.read({ kind: 'system', name: 'command' }, 'command', work),
    async close() {
      await jobs.stop();
      await pool.end();
      await server.stop();
    },
  };
}
