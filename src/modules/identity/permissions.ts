import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with accounts. One's own matters need only a session. */
export const can = definePermissions('identity', {
  readAccounts: ['administrator'],
  addAccount: ['administrator'],
  closeAccount: ['administrator'],
  grantRole: ['administrator'],
  removeRole: ['administrator'],
});
