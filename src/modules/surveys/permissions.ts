import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with the instrument. */
export const can = definePermissions('surveys', {
  // Those who make paths choose the statement that measures a part of them.
  readSurveys: [
    'experience-team',
    'supervisor',
    'management',
    'editor',
    'publisher',
    'reviewer',
    'clinical-reviewer',
  ],
  // The instrument is the whole county's: the role must stand on the root.
  correctStatement: ['experience-team'],
  correctSurveyText: ['experience-team'],
});
