import { fetchFromPtv } from '#integrations/ptv';
import { fetchChannels } from '#modules/channels';
import { checkDueLinks, checkLinks } from '#modules/paths';
import type { Outbound } from '#platform/http/outbound.ts';
import { handleOutside, type OutsideHandler } from '#platform/jobs.ts';

/** What asks servers outside the county: the whole list. */
export const outsideHandlers = (outbound: Outbound): readonly OutsideHandler[] => [
  handleOutside(checkLinks, checkDueLinks(outbound)),
  handleOutside(fetchChannels, fetchFromPtv(outbound)),
];

/** The names of these jobs. */
export const OUTSIDE_JOBS: readonly string[] = [checkLinks.job, fetchChannels.job];
