import type { TextPiece } from './review-contract.ts';

/** How many steps comparing may still take. What is left over is told as removed and added whole. */
export interface Budget {
  steps: number;
}

/** Enough for any path that people write, and little enough for any that they do not. */
export const newBudget = (): Budget => ({ steps: 3_000_000 });

const MOST_CHANGES = 400;

/** What of a text was removed and added, word by word (Myers' difference of the words between them). */
export function compareWords(before: string, after: string, budget: Budget): TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [old, young] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < young.length - start &&
    old[old.length - 1 - end] === young[young.length - 1 - end]
  )
    end += 1;
  const a = old.slice(start, old.length - end);
  const b = young.slice(start, young.length - end);
  return joined([
    ...piece('same', old.slice(0, start)),
    ...middle(a, b, budget),
    ...piece('same', old.slice(old.length - end)),
  ]);
}

/** Words and the spaces between them, so that the pieces put together are the text again. */
const wordsOf = (text: string): string[] => text.match(/\s+|\S+/g) ?? [];

const piece = (kind: TextPiece['kind'], words: readonly string[]): TextPiece[] =>
  words.length === 0 ? [] : [{ kind, text: words.join('') }];

function middle(a: readonly string[], b: readonly string[], budget: Budget): TextPiece[] {
  const whole = [...piece('removed', a), ...piece('added', b)];
  if (a.length === 0 || b.length === 0) return whole;
  const trace = walk(a, b, budget);
  return trace ? follow(a, b, trace) : whole;
}

/** How far along the old words each diagonal reached, after each number of changes. */
type Trace = Int32Array[];

const CENTRE = MOST_CHANGES + 1;

/** Walks forward until the end is reached; nothing comes back when that takes too long. */
function walk(a: readonly string[], b: readonly string[], budget: Budget): Trace | undefined {
  const reached = new Int32Array(2 * CENTRE + 1);
  const trace: Trace = [];
  for (let changes = 0; changes <= MOST_CHANGES; changes += 1) {
    trace.push(reached.slice());
    budget.steps -= 2 * CENTRE;
    for (let k = -changes; k <= changes; k += 2) {
      let x = comesDown(reached, k, changes)
        ? reached[CENTRE + k + 1]!
        : reached[CENTRE + k - 1]! + 1;
      budget.steps -= 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) {
        x += 1;
        budget.steps -= 1;
      }
      reached[CENTRE + k] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
    if (budget.steps < 0) return undefined;
  }
  return undefined;
}

const comesDown = (reached: Int32Array, k: number, changes: number): boolean =>
  k === -changes || (k !== changes && reached[CENTRE + k - 1]! < reached[CENTRE + k + 1]!);

/** Follows the trace back from the end and tells what was done on the way. */
function follow(a: readonly string[], b: readonly string[], trace: Trace): TextPiece[] {
  const pieces: TextPiece[] = [];
  let x = a.length;
  let y = b.length;
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const reached = trace[changes]!;
    const k = x - y;
    const down = comesDown(reached, k, changes);
    const fromX = changes === 0 ? 0 : reached[CENTRE + (down ? k + 1 : k - 1)]!;
    const fromY = changes === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY) {
      pieces.push({ kind: 'same', text: a[x - 1]! });
      x -= 1;
      y -= 1;
    }
    if (changes === 0) break;
    if (down) pieces.push({ kind: 'added', text: b[y - 1]! });
    else pieces.push({ kind: 'removed', text: a[x - 1]! });
    x = fromX;
    y = fromY;
  }
  return pieces.toReversed();
}

/** Neighbouring pieces of a kind are one; between two words that both changed, what was removed comes first. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const runs: TextPiece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed });
    if (added !== '') runs.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of pieces) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed !== '' && added !== '' && text.trim() === '') {
      // A space between two words that both changed: they are told as one change.
      removed += text;
      added += text;
    } else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind, text: last.text + text };
      else runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}
