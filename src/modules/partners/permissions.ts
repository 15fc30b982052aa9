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

/** Who may do what with partners. They belong to the whole county; whose a part of a path is, to who edits the path. */
export const can = definePermissions('partners', {
  listPartners: READERS,
  addPartner: ['editor'],
  renamePartner: ['editor'],
  namePartner: ['editor'],
  // Somebody sends the address to a partner in the county's name, so it is a person.
  makeAddress: { byPerson: ['editor'] },
  revokeAddress: ['editor'],
});
