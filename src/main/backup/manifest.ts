import { z } from 'zod';
import type { QueueSettings } from '#platform/unfinished-jobs.ts';

// The job queue's own settings, which it checks itself.
const Queue = z.custom<QueueSettings>(
  (value) => typeof (value as QueueSettings)?.name === 'string',
);

/** What stands first in a backup: all that must be known before a row of it is trusted. */
export const Manifest = z.object({
  format: z.literal(1),
  county: z.string(),
  /** The point in time that it shows: every transaction that had committed is in it, and nothing after. */
  takenAt: z.iso.datetime(),
  snapshot: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.object({ table: z.string(), rows: z.number().int(), checksum: z.string() })),
  /** Tables whose rows were left out on purpose. */
  leftOut: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  jobs: z.number().int(),
  queues: z.array(Queue),
});

/** What stands first in a backup. */
export type Manifest = z.infer<typeof Manifest>;

/** Sessions and floods are matters of the hour: after a restore everybody signs in again. */
export const LEFT_OUT: readonly string[] = ['rate_limit', 'session'];

/** How the first line begins. The rest of it is the manifest; the whole file is a script that psql reads too. */
export const FIRST_WORDS = '-- polku backup ';

/** The line before a table's rows. */
export const headOf = (into: string): string => `COPY ${into} FROM stdin;`;

/** The line after a table's rows. */
export const END = String.raw`\.`;
