import type { Fault } from '#platform/errors.ts';

/** What became of an answer that was sent in. A refusal is a result: whoever sent it must choose what to say. */
export type Outcome =
  | { readonly kind: 'stored' | 'repeated'; readonly receipt: string }
  /** This id was given to other content before; the first one stands. */
  | { readonly kind: 'different' }
  /** The code or token is used, has expired or never was: they are one and the same to whoever asks. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };

/** The refusal of a single field. */
export const invalid = (pointer: string, code: string): Outcome => ({
  kind: 'invalid',
  faults: [{ pointer, code }],
});
