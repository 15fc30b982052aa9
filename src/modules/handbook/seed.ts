import type { Variant } from '#platform/language.ts';
import type { Properties } from './entry.ts';

/** A text of the seed: in all three languages, some also in easy Finnish. */
export type SeedText = Readonly<
  Record<'fi' | 'sv' | 'en', string> & Partial<Record<Variant, string>>
>;

/** An entry of the seed with what hangs on it. */
export interface SeedEntry {
  /** Its code; without one it is made from its Finnish name. */
  readonly code?: string;
  readonly properties: Properties;
  readonly texts: Readonly<Record<string, SeedText>>;
  readonly below?: readonly SeedEntry[];
  /** The codes of those to which it belongs. */
  readonly joins?: readonly string[];
}
