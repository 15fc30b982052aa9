import { publishDueMonths } from '#modules/reports';
import type { Schedule } from '#platform/jobs.ts';

/** What is done by the clock: the whole list, in the time of Helsinki. */
export const SCHEDULE: readonly Schedule[] = [{ job: publishDueMonths({}), cron: '17 * * * *' }];
