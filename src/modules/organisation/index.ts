export { type County, createCounty, findCountyId, getCounty } from './county.ts';
export {
  addNode,
  findNodes,
  getNode,
  getNodeBySlug,
  getRoot,
  listNodes,
  nodeChanged,
} from './tree.ts';
export { routes } from './routes.ts';
export { slugOf } from './slug.ts';
export type { Node } from './contract.ts';
export type { OrganisationTables } from './tables.ts';
