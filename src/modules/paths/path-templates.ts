import type { PATH_TEMPLATES } from './table-contract.ts';
import blueprint from './templates/blueprint.json' with { type: 'json' };
import digital from './templates/digital.json' with { type: 'json' };
import multiService from './templates/multi-service.json' with { type: 'json' };
import patient from './templates/patient.json' with { type: 'json' };
import strategic from './templates/strategic.json' with { type: 'json' };

/**
 * Ready-made beginnings of a path, as documents. What they prompt to write begins with ✎, which keeps it from being
 * published.
 */
export const TEMPLATES: Readonly<Record<(typeof PATH_TEMPLATES)[number], unknown>> = {
  strategic,
  'multi-service': multiService,
  blueprint,
  patient,
  digital,
};
