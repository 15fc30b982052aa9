import type { SeedEntry, SeedText } from './seed.ts';

/** An explained word: its name, its explanation, and the other forms by which it is known in each language. */
export const word = (
  name: Record<'fi' | 'sv' | 'en', string>,
  definition: SeedText,
  forms: Record<'fi' | 'sv' | 'en', readonly string[]>,
): SeedEntry => ({
  properties: { kind: 'term', source: '' },
  texts: {
    name,
    definition,
    forms: { fi: forms.fi.join('\n'), sv: forms.sv.join('\n'), en: forms.en.join('\n') },
  },
});
