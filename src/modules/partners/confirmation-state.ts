import type { ConfirmationState } from './contract.ts';

/** What the state of one part follows from. */
export interface Known {
  /** The fingerprint of what is public now; nothing when nothing is. */
  readonly said: Buffer | undefined;
  /** The latest answer. */
  readonly answer: { readonly verdict: 'right' | 'change'; readonly said_hash: Buffer } | undefined;
  /** Whether an address of the partner can be used now, or could once. */
  readonly address: 'valid' | 'ended' | 'none';
}

/** How far a partner's word on one part is. It is stored nowhere: it follows from what is public and what was answered. */
export function stateOf({ said, answer, address }: Known): ConfirmationState {
  if (!said) return 'not-public';
  if (answer) {
    if (!answer.said_hash.equals(said)) return 'changed-since';
    return answer.verdict === 'right' ? 'confirmed' : 'change-wanted';
  }
  if (address === 'valid') return 'asked';
  return address === 'ended' ? 'expired' : 'not-asked';
}
