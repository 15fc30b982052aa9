import { hashOfLink } from './chain.ts';
import type { Chained } from './chain-store.ts';

/** What was found wrong, and at which number. `to` ends a range; `other` is the number where a swapped entry belongs. */
export interface ChainFault {
  readonly kind:
    | 'changed'
    | 'swapped'
    | 'inserted'
    | 'missing'
    | 'unproven'
    | 'backdated'
    | 'rewritten'
    | 'start';
  readonly number: number;
  readonly to?: number;
  readonly other?: number;
  readonly entry?: string;
}

/** An entry whose hash does not fit, with the hash that stands before it. */
export interface Suspect extends Chained {
  readonly former: Buffer;
}

type Place = Pick<Suspect, 'former' | 'number'>;

const fits = (former: Buffer, { number }: Place, content: string, hash: Buffer): boolean =>
  hashOfLink(former, number, content).equals(hash);

/** How two suspects stand in each other's places: only their contents, or their numbers and so their hashes too. */
function swapOf(one: Suspect, other: Suspect): 'contents' | 'numbers' | undefined {
  if (
    fits(one.former, one, other.content, one.hash) &&
    fits(other.former, other, one.content, other.hash)
  )
    return 'contents';
  // Of two neighbours, what stood before the second is the first, which stands there now.
  const former = other.number === one.number + 1 ? other.hash : other.former;
  return fits(one.former, one, other.content, other.hash) &&
    fits(former, other, one.content, one.hash)
    ? 'numbers'
    : undefined;
}

// Each pair is tried, so a chain that was rewritten as a whole is told as changed without looking for pairs.
const MOST_PAIRED = 400;

/** Tells for each suspect what was done to it. One whose only trouble is its tampered neighbour is let go. */
export function judgeSuspects(suspects: readonly Suspect[]): ChainFault[] {
  const swapped = new Map<number, { readonly other: Suspect; readonly moved: boolean }>();
  const paired = suspects.slice(0, MOST_PAIRED);
  for (const [index, one] of paired.entries()) {
    const other = paired
      .slice(index + 1)
      .find((each) => !swapped.has(each.number) && swapOf(one, each) !== undefined);
    if (!other || swapped.has(one.number)) continue;
    const moved = swapOf(one, other) === 'numbers';
    swapped.set(one.number, { other, moved });
    swapped.set(other.number, { other: one, moved });
  }
  return suspects.flatMap((suspect): ChainFault[] => {
    const { number, id: entry } = suspect;
    const swap = swapped.get(number);
    if (swap) return [{ kind: 'swapped', number, other: swap.other.number, entry }];
    const before = swapped.get(number - 1);
    const innocent =
      before?.moved && fits(before.other.hash, suspect, suspect.content, suspect.hash);
    return innocent ? [] : [{ kind: 'changed', number, entry }];
  });
}
