import { definePermissions } from '#platform/permissions.ts';

/** Who may do what with the register of channels, which belongs to the whole county. */
export const can = definePermissions('channels', {
  readChannels: [
    'editor',
    'reviewer',
    'clinical-reviewer',
    'publisher',
    'supervisor',
    'experience-team',
    'management',
    'administrator',
  ],
  createChannel: ['editor'],
  changeChannel: ['editor'],
  closeChannel: ['editor'],
  writeRemark: ['editor'],
  writeEasy: ['editor'],
  readSource: ['editor', 'administrator'],
  setSource: { byPerson: ['administrator'] },
  fetchNow: ['editor', 'administrator'],
});
