import { ROLES } from '#platform/context.ts';
import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with the tree. */
export const can = definePermissions('organisation', {
  readTree: ROLES,
  addNode: ['administrator'],
  changeNode: ['administrator'],
  moveNode: ['administrator'],
  closeNode: ['administrator'],
  downloadTree: ['administrator'],
  checkTable: ['administrator'],
  importTree: ['administrator'],
});
