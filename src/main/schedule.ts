import { chainAuditEntries } from '#modules/audit';
import type { Schedule } from '#platform/jobs.ts';

/** What is done by the clock: the whole list, in the time of Helsinki. */
export const SCHEDULE: readonly Schedule[] = [{ job: chainAuditEntries({}), cron: '* * * * *' }];
