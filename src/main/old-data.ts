import { oldEntries } from '#modules/audit';
import { oldInvitations } from '#modules/collection';
import { oldTexts } from '#modules/feedback';
import { endedSessions } from '#modules/identity';
import type { OldDataOf } from '#modules/retention';
import { finishedJobs } from '#platform/finished-jobs.ts';
import { endedLimits } from '#platform/rate-limit.ts';

/** What of each kind grows old, and whose it is. */
export const OLD_DATA: OldDataOf = {
  texts: oldTexts,
  invitations: oldInvitations,
  audit: oldEntries,
  sessions: endedSessions,
  limits: endedLimits,
  jobs: finishedJobs,
};
