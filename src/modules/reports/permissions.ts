import { definePermissions } from '#platform/permissions.ts';

const READERS = [
  'viewer',
  'supervisor',
  'editor',
  'publisher',
  'experience-team',
  'management',
  'administrator',
] as const;

/** Who may see figures, small groups hidden; a collector hands out questions and needs none. */
export const can = definePermissions('reports', {
  readDashboard: READERS,
  readChannels: READERS,
  downloadDashboard: READERS,
  followNews: READERS,
  // A row tells all that one person answered, together: for those who develop the measuring, not for every reader of figures.
  exportAnswers: ['experience-team', 'administrator'],
});
