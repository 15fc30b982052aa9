import { definePermissions } from '#platform/permissions.ts';

/** Who may open ways in. Those who answer need no permission. */
export const can = definePermissions('collection', {
  listPoints: ['collector', 'supervisor', 'experience-team'],
  // Whoever reads the list of all paths.
  listAskedPhases: [
    'editor',
    'reviewer',
    'clinical-reviewer',
    'publisher',
    'supervisor',
    'experience-team',
    'management',
  ],
  readPoster: ['collector', 'supervisor', 'experience-team'],
  createPoint: ['collector', 'supervisor', 'experience-team'],
  closePoint: ['collector', 'supervisor', 'experience-team'],
  createInvitations: ['collector', 'supervisor', 'experience-team'],
  createInvitationTable: ['collector', 'supervisor', 'experience-team'],
  receiveBatch: { byToken: ['collector', 'supervisor', 'experience-team'] },
  createInvitationBatch: { byToken: ['collector', 'supervisor', 'experience-team'] },
});
