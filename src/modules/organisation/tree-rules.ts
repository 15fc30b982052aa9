import type { Node } from './contract.ts';

/** Which kinds may stand below a kind; a unit is a leaf. */
export const KINDS_BELOW: Readonly<Record<Node['kind'], readonly Node['kind'][]>> = {
  county: ['domain', 'service-area', 'service', 'unit'],
  domain: ['domain', 'service-area', 'service', 'unit'],
  'service-area': ['service-area', 'service', 'unit'],
  service: ['service', 'unit'],
  unit: [],
};

/** How many nodes may stand above one another below the county. A node is written once for each of those above it. */
export const DEEPEST = 12;
