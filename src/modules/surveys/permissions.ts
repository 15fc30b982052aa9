import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with the instrument. */
export const can = definePermissions('surveys', {
  readSurveys: ['experience-team', 'supervisor', 'management'],
  // The instrument is the whole county's: the role must stand on the root.
  correctStatement: ['experience-team'],
  correctSurveyText: ['experience-team'],
});
