import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { migrateJobs } from '#platform/jobs.ts';
import { migrate } from '#platform/migrate.ts';

// A process that is there to be killed: it waits for the address of a database and the names of the migrations that may
// run, says that it begins, migrates, and says that it has ended.
const lines = createInterface({ input: process.stdin });
const order = await new Promise<string>((done) => lines.once('line', done));
const { url, names, jobs } = JSON.parse(order) as {
  url: string;
  names: string[];
  jobs: boolean;
};
process.stdout.write('begin\n');
await migrate(url, join(import.meta.dirname, '../../migrations'), new Set(names));
if (jobs) await migrateJobs(url);
process.stdout.write('end\n');
process.exit(0);
