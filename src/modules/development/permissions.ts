import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with actions, discussions and replies. Whoever leads the work writes; another publishes. */
export const can = definePermissions('development', {
  listActions: ['viewer', 'supervisor', 'editor', 'publisher', 'experience-team', 'management'],
  readAction: ['viewer', 'supervisor', 'editor', 'publisher', 'experience-team', 'management'],
  readSources: ['supervisor', 'experience-team'],
  listPlaces: ['supervisor', 'experience-team'],
  createAction: { byPerson: ['supervisor', 'experience-team'] },
  changeAction: { byPerson: ['supervisor', 'experience-team'] },
  changeStatus: { byPerson: ['supervisor', 'experience-team'] },
  readGuide: ['supervisor', 'experience-team'],
  listDiscussions: ['supervisor', 'experience-team'],
  saveDiscussion: { byPerson: ['supervisor', 'experience-team'] },
  writeReply: { byPerson: ['supervisor', 'experience-team'] },
  publishReply: { byPerson: ['publisher'] },
  withdrawReply: { byPerson: ['publisher'] },
});
