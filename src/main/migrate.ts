import { migrateJobs } from '#platform/jobs.ts';
import { migrate } from '#platform/migrate.ts';
import { raiseWall } from '#platform/plain-role.ts';

/** Brings a database up to date: our tables, the job queue's own, and the wall around each county's rows. */
export async function migrateAll(url: string, folder: string): Promise<string[]> {
  const applied = await migrate(url, folder);
  await migrateJobs(url);
  await raiseWall(url);
  return applied;
}
