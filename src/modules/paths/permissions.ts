import { ROLES } from '#platform/context.ts';
import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with paths, on the node that owns the path. */
export const can = definePermissions('paths', {
  listPaths: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  readDraft: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  previewDraft: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  exportPath: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  // Whoever works in the county guides customers by its paths.
  readProfessional: ROLES,
  checkDraft: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  createPath: ['editor'],
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
  discardDraft: ['editor'],
  publish: ['publisher'],
});
