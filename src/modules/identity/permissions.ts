import { definePermissions } from '#platform/permissions.ts';

/**
 * Who may do what with accounts and with the tokens of other systems. One's own matters need only a session. A token
 * does none of this: it could otherwise outlive its own revocation by making another one.
 */
export const can = definePermissions('identity', {
  readAccounts: { byPerson: ['administrator'] },
  // Whoever may be asked to answer for something: names only.
  listColleagues: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  addAccount: { byPerson: ['administrator'] },
  closeAccount: { byPerson: ['administrator'] },
  grantRole: { byPerson: ['administrator'] },
  removeRole: { byPerson: ['administrator'] },
  readTokens: { byPerson: ['administrator'] },
  createToken: { byPerson: ['administrator'] },
  revokeToken: { byPerson: ['administrator'] },
});
