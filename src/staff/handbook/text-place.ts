import type { Variant } from '#platform/language.ts';
import type { Place } from '#staff/paths/text-edits.ts';

/** A text of an entry as the editor names its place. */
export const placeOf = (entry: string, field: string, variant: Variant): Place => ({
  anchor: entry,
  field,
  language: variant,
});
