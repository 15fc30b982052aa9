import { ROLES } from '#platform/context.ts';
import { definePermissions } from '#platform/permissions.ts';

const WRITES = ['experience-team', 'administrator'] as const;

/** Who may do what with the handbook, which belongs to the whole county: everybody in staff reads it (decision 37). */
export const can = definePermissions('handbook', {
  readHandbook: ROLES,
  addEntry: WRITES,
  writeEntryText: WRITES,
  confirmEntryText: WRITES,
  setEntryProperties: WRITES,
  moveEntry: WRITES,
  retireEntry: WRITES,
  joinEntries: WRITES,
  takeSeed: WRITES,
});
