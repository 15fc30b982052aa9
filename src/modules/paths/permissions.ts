import { ROLES } from '#platform/context.ts';
import { definePermissions } from '#platform/permissions.ts';

const READERS = [
  'editor',
  'reviewer',
  'clinical-reviewer',
  'publisher',
  'supervisor',
  'experience-team',
  'management',
] as const;
const WORKERS = ['editor', 'reviewer', 'clinical-reviewer', 'publisher'] as const;

/** Who may do what with paths, on the node that owns the path. */
export const can = definePermissions('paths', {
  listPaths: READERS,
  readDraft: READERS,
  previewDraft: READERS,
  exportPath: READERS,
  // Whoever works in the county guides customers by its paths.
  readProfessional: ROLES,
  checkDraft: READERS,
  readReviews: READERS,
  listVersions: READERS,
  compareVersions: READERS,
  followPath: READERS,
  downloadTable: READERS,
  createPath: ['editor'],
  checkNewTable: ['editor'],
  createFromTable: ['editor'],
  copyPath: ['editor'],
  checkTable: ['editor'],
  importTable: ['editor'],
  changePath: ['editor'],
  writeText: ['editor'],
  confirmText: ['editor'],
  addElement: ['editor'],
  removeElement: ['editor'],
  moveElement: ['editor'],
  setProperties: ['editor'],
  setChannel: ['editor'],
  setSlug: ['editor'],
  setUnits: ['editor'],
  setSettings: ['editor'],
  setReviewInterval: ['editor', 'publisher'],
  discardDraft: ['editor'],
  restoreVersion: ['editor'],
  sayWhereOneWrites: { byPerson: ['editor'] },
  requestReview: { byPerson: ['editor'] },
  commentPath: { byPerson: WORKERS },
  // An approval is a person's: who has edited cannot approve, whatever their roles (decision 33).
  reviewPath: { byPerson: ['editor', 'reviewer', 'publisher'] },
  reviewClinically: { byPerson: ['clinical-reviewer'] },
  publish: ['publisher'],
  schedulePublication: { byPerson: ['publisher'] },
  publishInEmergency: { byPerson: ['publisher', 'administrator'] },
  readLinkStates: ['editor', 'publisher', 'experience-team', 'management'],
  // For the whole county: who publishes by the rule, and who keeps the program running.
  readLinkChecker: ['publisher', 'administrator'],
  setLinkValidity: ['publisher', 'administrator'],
  confirmChannels: ['editor'],
  checkLinks: ['editor', 'publisher'],
  // Somebody answers for links that could not be looked at, so it is a person.
  publishUncheckedLinks: { byPerson: ['publisher'] },
});
