import { fetchFromPtv } from '#integrations/ptv';
import { findSource } from '#modules/channels';
import { createOutbound } from '#platform/http/outbound.ts';
import type { Opened } from './open-command.ts';

/** `channels fetch`: copies the channels of the county's organisation from PTV now, and says how it went. */
export async function fetchChannelsNow({ run, read }: Opened): Promise<number> {
  if (!(await read(findSource))) {
    process.stderr.write('Say first in the staff app from where channels are fetched.\n');
    return 2;
  }
  await fetchFromPtv(createOutbound())(run, [{ by: 'person' }]);
  const source = await read(findSource);
  if (source?.running) {
    process.stderr.write('A fetch is under way already.\n');
    return 1;
  }
  if (source?.failure) {
    process.stderr.write(
      `The channels could not be fetched: ${source.failure}. The last copy stands.\n`,
    );
    return 1;
  }
  process.stdout.write(`${source?.channels ?? 0} channels are copied.\n`);
  return 0;
}
