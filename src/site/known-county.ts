import type { Parts } from '#main/parts.ts';
import { type County, getCounty } from '#modules/organisation';
import { LANGUAGES } from '#platform/i18n.ts';
import { PUBLIC } from './mount-page.ts';

/** Tells the county even while the database cannot be reached: then as it was last known, or without a name. */
export type KnownCounty = (requestId: string) => Promise<County>;

const NAMELESS: County = {
  id: '',
  name: { fi: 'Polku' },
  languages: LANGUAGES,
  example: false,
  theme: {},
};

const FRESH_MS = 10_000;

/**
 * Makes the memory of one process: nobody waits for what hardly ever changes. Once known, the county is told as it
 * was while it is read anew, once for all who ask.
 */
export function rememberCounty({ edge, log }: Parts): KnownCounty {
  let last = NAMELESS;
  let until = 0;
  let reading: Promise<void> | undefined;
  const read = async (requestId: string): Promise<void> => {
    try {
      last = await edge.read(PUBLIC, requestId, getCounty);
    } catch (error) {
      log.warn({ err: error, requestId }, 'site: the county cannot be read');
    }
    until = Date.now() + (last === NAMELESS ? 0 : FRESH_MS);
    reading = undefined;
  };
  return async (requestId) => {
    if (Date.now() >= until) reading ??= read(requestId);
    if (last === NAMELESS) await reading;
    return last;
  };
}
