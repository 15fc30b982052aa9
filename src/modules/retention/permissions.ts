import { definePermissions } from '#platform/permissions.ts';

/** Who decides for how long data is kept. */
export const can = definePermissions('retention', {
  readSettings: ['administrator'],
  previewSetting: ['administrator'],
  changeSetting: ['administrator'],
});
