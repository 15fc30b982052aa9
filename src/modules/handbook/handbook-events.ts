import { defineEvent } from '#platform/events.ts';

/** Something in the handbook changed: pages that show promises or explain words are drawn anew. */
export const handbookChanged = defineEvent<Record<string, never>>('handbook.handbookChanged');
