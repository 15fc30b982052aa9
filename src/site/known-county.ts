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

/** Makes the memory of one process: a form that is sent should not wait for what hardly ever changes. */
export function rememberCounty({ edge, log }: Parts): KnownCounty {
  let last = NAMELESS;
  let until = 0;
  return async (requestId) => {
    if (Date.now() < until) return last;
    try {
      last = await edge.read(PUBLIC, requestId, getCounty);
      until = Date.now() + FRESH_MS;
    } catch (error) {
      log.warn({ err: error, requestId }, 'site: the county cannot be read');
    }
    return last;
  };
}
