import { compose } from '#main/composition.ts';
import type { Parts } from '#main/parts.ts';
import { readSettings } from '#main/settings.ts';
import { openLog } from '#platform/log.ts';
import { plainUrl } from '#platform/plain-role.ts';

// A bench that writes through the modules serves no page.
const ASSETS = {
  files: new Map<string, never>(),
  siteStyle: '',
  answerScript: '',
  guideScript: '',
  listScript: '',
  siteFont: undefined,
  staffScript: '',
  staffStyles: [],
};

type Work = Parameters<Parts['edge']['write']>[2];

/** Does something in a county through the modules, in one transaction, as the program itself would. */
export async function writeInCounty(url: string, county: string, work: Work): Promise<void> {
  const { parts, stop } = await compose({
    url: await plainUrl(url),
    county,
    settings: readSettings({ LOG_LEVEL: 'silent' }),
    log: openLog('silent'),
    assets: ASSETS,
    strict: false,
  });
  await parts.edge.write({ kind: 'system', name: 'bench' }, 'bench', work);
  await stop();
}
