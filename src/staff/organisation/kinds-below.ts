import type { Node, NodeForm } from '#contract/organisation';

/** What may stand below what, the likeliest first; the server holds to the same. */
export const KINDS_BELOW = {
  county: ['domain', 'service-area', 'service', 'unit'],
  domain: ['service-area', 'service', 'unit', 'domain'],
  'service-area': ['service', 'unit', 'service-area'],
  service: ['unit', 'service'],
  unit: [],
} as const satisfies Record<Node['kind'], readonly NodeForm['kind'][]>;
