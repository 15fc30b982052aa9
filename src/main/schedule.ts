import { chainAuditEntries } from '#modules/audit';
import { fetchChannels } from '#modules/channels';
import { checkLinks, publishDuePaths, tellOverduePaths } from '#modules/paths';
import { publishDueMonths } from '#modules/reports';
import { REMOVAL_TIME, removeOldData } from '#modules/retention';
import type { Schedule } from '#platform/timetable.ts';

/** What is done by the clock: the whole list, in the time of Helsinki. */
export const SCHEDULE: readonly Schedule[] = [
  { job: chainAuditEntries({}), at: {} },
  { job: publishDuePaths({}), at: {} },
  { job: tellOverduePaths({}), at: { hour: 0, minute: 1 } },
  { job: publishDueMonths({}), at: { minute: 17 } },
  { job: checkLinks({}), at: { minute: 43 } },
  { job: fetchChannels({ by: 'clock' }), at: { hour: 4, minute: 10 } },
  { job: removeOldData({}), at: REMOVAL_TIME },
];
