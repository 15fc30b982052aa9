import { defineEvent } from '#platform/events.ts';

/** A new version of a path became public. */
export const pathPublished = defineEvent<{ path: string }>('paths.pathPublished');

/** An address, the units or the kind of a path changed: these hold at once, without a new version. */
export const pathSettingsChanged = defineEvent<{ path: string }>('paths.pathSettingsChanged');
