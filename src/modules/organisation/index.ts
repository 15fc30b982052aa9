export { type County, createCounty, findCounty, getCounty } from './county.ts';
export {
  addNode,
  findNodes,
  findStandingNodes,
  getNode,
  getNodeBySlug,
  getRoot,
  listNodes,
  nodeChanged,
} from './tree.ts';
export { closeNode, moveNode, nodesMoved } from './move-node.ts';
export { exportTable } from './export-table.ts';
export { checkTable, importTable } from './import-table.ts';
export { LARGEST_TABLE, readTable } from './read-table.ts';
export { routes } from './routes.ts';
export { slugOf } from './slug.ts';
export type { Node } from './contract.ts';
export type { OrganisationTables } from './tables.ts';
