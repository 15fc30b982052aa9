import { migrateJobs } from '#platform/jobs.ts';
import { migrate } from '#platform/migrate.ts';

/** Brings a database up to date: our tables, then the job queue's own. */
export async function migrateAll(url: string, folder: string): Promise<string[]> {
  const applied = await migrate(url, folder);
  await migrateJobs(url);
  return applied;
}
