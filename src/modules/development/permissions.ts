import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with actions, discussions and replies. Whoever leads the work writes; another publishes. */
export const can = definePermissions('development', {
  listActions: ['viewer', 'supervisor', 'editor', 'publisher', 'experience-team', 'management'],
  readAction: ['viewer', 'supervisor', 'editor', 'publisher', 'experience-team', 'management'],
  readSources: ['supervisor', 'experience-team'],
  listPlaces: ['supervisor', 'experience-team'],
  createAction: ['supervisor', 'experience-team'],
  changeAction: ['supervisor', 'experience-team'],
  changeStatus: ['supervisor', 'experience-team'],
  readGuide: ['supervisor', 'experience-team'],
  listDiscussions: ['supervisor', 'experience-team'],
  saveDiscussion: ['supervisor', 'experience-team'],
  writeReply: ['supervisor', 'experience-team'],
  publishReply: ['publisher'],
  withdrawReply: ['publisher'],
});
