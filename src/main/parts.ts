import type { Kysely } from 'kysely';
import type { Intake, OpenForms } from '#modules/collection';
import type { PageCache } from '#platform/http/page-cache.ts';
import type { Live } from '#platform/live.ts';
import type { Log } from '#platform/log.ts';
import type { Metrics } from '#platform/metrics.ts';
import type { Overload } from '#platform/overload.ts';
import type { RateLimits } from '#platform/rate-limit.ts';
import type { Edge } from '#platform/transaction.ts';
import type { Assets } from './assets.ts';
import type { Settings } from './settings.ts';

/** Everything of one running process; made by `composition.ts`, in tests by `tests/support`. */
export interface Parts {
  readonly settings: Settings;
  readonly log: Log;
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  readonly db: Kysely<any>;
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  readonly edge: Edge<any>;
  /** The same over a connection that nothing else uses: it tells of the others while they are all taken. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  readonly watch: Edge<any>;
  readonly live: Live;
  readonly limits: RateLimits;
  readonly intake: Intake;
  readonly forms: OpenForms;
  readonly pages: PageCache;
  readonly metrics: Metrics;
  readonly overload: Overload;
  readonly assets: Assets;
  /** Whether JSON answers are held against their schemas before they leave. */
  readonly strict: boolean;
}
