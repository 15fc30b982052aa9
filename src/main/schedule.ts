import { chainAuditEntries } from '#modules/audit';
import { publishDueMonths } from '#modules/reports';
import { REMOVAL_TIME, removeOldData } from '#modules/retention';
import type { Schedule } from '#platform/jobs.ts';

/** What is done by the clock: the whole list, in the time of Helsinki. */
export const SCHEDULE: readonly Schedule[] = [
  { job: chainAuditEntries({}), cron: '* * * * *' },
  { job: publishDueMonths({}), cron: '17 * * * *' },
  { job: removeOldData({}), cron: `${REMOVAL_TIME.minute} ${REMOVAL_TIME.hour} * * *` },
];
