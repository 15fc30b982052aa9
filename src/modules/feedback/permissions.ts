import { definePermissions } from '#platform/permissions.ts';

/** Who may read people's words. Administrators and viewers may not. */
export const can = definePermissions('feedback', {
  readTexts: ['supervisor', 'experience-team'],
  readConcerns: ['supervisor', 'experience-team'],
  countConcerns: ['supervisor', 'experience-team'],
  handleConcern: { byPerson: ['supervisor', 'experience-team'] },
  // It cannot be taken back, and what the public wrote to the county is a document: not a unit's own decision.
  eraseText: ['experience-team'],
});
