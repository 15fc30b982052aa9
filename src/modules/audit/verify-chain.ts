import type { Context } from '#platform/context.ts';
import { BEGINNING, hashOfLink, type Link, writeLink } from './chain.ts';
import { type ChainFault, judgeSuspects, type Suspect } from './chain-faults.ts';
import { type Chained, selectChain, selectChained, selectRemovedUpTo } from './chain-store.ts';
import type { AuditTables } from './tables.ts';

type Ctx = Context<AuditTables>;

/** What the check of the audit log found. */
export interface Verdict {
  readonly checked: number;
  readonly start: Link;
  readonly head: Link;
  /** Entries that have no number yet: nothing can be said of them. */
  readonly waiting: number;
  readonly faults: readonly ChainFault[];
  /** The entry of the given head was removed by the retention job, so that head proves nothing any more. */
  readonly headRemoved: boolean;
}

const BATCH = 2_000;
const NO_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
// Then the log as a whole is not what it was, and naming more of it helps nobody.
const MOST_FAULTS = 10_000;
// Entries are chained about in the order of their times; clocks of several processes differ by less than this.
const MOST_DISORDER_MS = 3_600_000;

/**
 * Holds every entry of the chain against its hash, and the chain against its recorded ends and against a head from the
 * log, if one is given. It reads in portions from one snapshot, so its memory does not grow with the log.
 */
export async function verifyChain(ctx: Ctx, given?: Link): Promise<Verdict> {
  const chain = await selectChain(ctx);
  const ends = chain ?? { start: BEGINNING, head: BEGINNING, waiting: 0 };
  const check = new ChainCheck(ends.start, given);
  let after = { number: ends.start.number, id: NO_ID };
  while (check.faults.length + check.suspects.length < MOST_FAULTS) {
    const batch = await selectChained(ctx, after, BATCH);
    for (const entry of batch) check.take(entry, ends.head.number);
    after = batch.at(-1) ?? after;
    if (batch.length === BATCH) continue;
    check.end(ends.head);
    break;
  }
  if (ends.start.number > 0 && (await selectRemovedUpTo(ctx)) !== writeLink(ends.start))
    check.faults.push({ kind: 'start', number: ends.start.number });
  const faults = [...check.faults, ...judgeSuspects(check.suspects)];
  return {
    checked: check.checked,
    start: ends.start,
    head: ends.head,
    waiting: ends.waiting,
    faults: faults.toSorted((one, other) => one.number - other.number),
    headRemoved: given !== undefined && given.number < ends.start.number,
  };
}

/** Takes the entries in the order of their numbers. */
class ChainCheck {
  readonly faults: ChainFault[] = [];
  readonly suspects: Suspect[] = [];
  checked = 0;
  last: Link;
  readonly #given: Link | undefined;
  #latest = 0;
  /** Of a suspect before: the hash that its content would have. Its stored one may be what was changed. */
  #ought: Buffer | undefined;

  constructor(start: Link, given: Link | undefined) {
    this.last = start;
    this.#given = given;
    this.#holdAgainstGiven(start);
  }

  take(entry: Chained, head: number): void {
    const { number, id } = entry;
    this.checked += 1;
    if (number === this.last.number || number > head)
      this.faults.push({ kind: 'inserted', number, entry: id });
    if (number === this.last.number) return;
    if (number > this.last.number + 1) this.#skipTo(entry);
    else if (this.#fits(entry)) this.#holdAgainstClock(entry);
    this.last = { number, hash: entry.hash };
    this.#holdAgainstGiven(this.last);
  }

  end(head: Link): void {
    const end = Math.max(head.number, this.#given?.number ?? 0);
    if (this.last.number < end)
      this.faults.push({ kind: 'missing', number: this.last.number + 1, to: end });
    else if (this.last.number === head.number && !this.last.hash.equals(head.hash))
      this.#rewritten(head.number);
  }

  /** After a gap an entry's hash has nothing to be held against. */
  #skipTo({ number, id }: Chained): void {
    this.faults.push({ kind: 'missing', number: this.last.number + 1, to: number - 1 });
    this.faults.push({ kind: 'unproven', number, entry: id });
    this.#ought = undefined;
  }

  #fits(entry: Chained): boolean {
    const { number, content, hash } = entry;
    const own = hashOfLink(this.last.hash, number, content);
    const fits =
      own.equals(hash) ||
      (this.#ought !== undefined && hashOfLink(this.#ought, number, content).equals(hash));
    if (!fits) this.suspects.push({ ...entry, former: this.last.hash });
    this.#ought = fits ? undefined : own;
    return fits;
  }

  /** An entry that says that it is far older than those before it was not written when it says. */
  #holdAgainstClock({ number, id, at }: Chained): void {
    if (at.getTime() < this.#latest - MOST_DISORDER_MS)
      this.faults.push({ kind: 'backdated', number, entry: id });
    this.#latest = Math.max(this.#latest, at.getTime());
  }

  #holdAgainstGiven({ number, hash }: Link): void {
    if (this.#given?.number === number && !this.#given.hash.equals(hash)) this.#rewritten(number);
  }

  #rewritten(number: number): void {
    if (!this.faults.some((fault) => fault.kind === 'rewritten' && fault.number === number))
      this.faults.push({ kind: 'rewritten', number });
  }
}
