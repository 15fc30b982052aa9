import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with paths, on the node that owns the path. */
export const can = definePermissions('paths', {
  listPaths: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  readDraft: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
  previewDraft: ['editor', 'publisher', 'supervisor', 'experience-team', 'management'],
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
  discardDraft: ['editor'],
  readLinkStates: ['editor', 'publisher', 'experience-team', 'management'],
  confirmChannels: ['editor'],
  checkLinks: ['editor', 'publisher'],
  publish: ['publisher'],
  // Somebody answers for links that could not be looked at, so it is a person.
  publishUncheckedLinks: { byPerson: ['publisher'] },
});
