import { definePermissions } from '#platform/permissions.ts';

/** Who may look into the audit log: those who answer for the county's accounts. Nobody may change it. */
export const can = definePermissions('audit', {
  readOverview: ['administrator'],
  search: ['administrator'],
  export: ['administrator'],
});
