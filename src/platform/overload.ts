import { getHeapStatistics } from 'node:v8';

/** What may be short, in the order in which it is looked at. */
export type Shortage = 'memory' | 'event-loop' | 'intake' | 'pool';

/** How far something may grow before requests are refused; the table of `docs/operations.md` repeats them. */
export const OVERLOAD = {
  /** Smoothed milliseconds by which the event loop is late: ordinary requests are refused, then answers by API too. */
  lateMs: 1_000,
  veryLateMs: 3_000,
  /** Answers that wait in the intake; it refuses by itself at 5,000. */
  intakeWaiting: 4_000,
  /** Requests that wait for a connection, for each connection of the pool. */
  waitingPerConnection: 16,
  /** Share of the heap, or of the memory that the machine gives the process. */
  memory: 0.9,
} as const;

/** What is looked at beside the event loop and the memory. */
export interface Queues {
  readonly poolSize: number;
  poolWaiting(): number;
  intakeWaiting(): number;
}

const TICK_MS = 100;
const SMOOTHING = 0.3;
const TICKS_PER_LOOK_AT_MEMORY = 10;

/**
 * Says when this process has more to do than it can: new requests are then refused at once (503) while memory and
 * connections last, instead of all of them waiting longer and longer. Answers come last: see `refuses`.
 */
export class Overload {
  readonly #queues: Queues;
  #timer: NodeJS.Timeout | undefined;
  #due = 0;
  #late = 0;
  #worst = 0;
  #ticks = 0;
  #memory = 0;

  constructor(queues: Queues) {
    this.#queues = queues;
  }

  /** Begins to measure. */
  start(): void {
    this.#due = performance.now() + TICK_MS;
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#timer.unref();
  }

  /** Ends measuring. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /**
   * What is short, when a request is to be refused for it. An answer by API is refused later than anything else, as
   * what was asked of a person is worth more than what can be shown again; the intake's own limit holds for it.
   */
  refuses(isAnswer: boolean): Shortage | undefined {
    if (this.#memory > OVERLOAD.memory) return 'memory';
    if (this.#late > (isAnswer ? OVERLOAD.veryLateMs : OVERLOAD.lateMs)) return 'event-loop';
    if (isAnswer) return undefined;
    if (this.#queues.intakeWaiting() > OVERLOAD.intakeWaiting) return 'intake';
    const longest = OVERLOAD.waitingPerConnection * this.#queues.poolSize;
    return this.#queues.poolWaiting() >= longest ? 'pool' : undefined;
  }

  /** By how many milliseconds the event loop was late at its worst since this was last asked. */
  worstLateness(): number {
    const worst = this.#worst;
    this.#worst = 0;
    return worst;
  }

  /** Takes one measurement of lateness; a single pause refuses nobody, lasting ones do. */
  note(lateMs: number): void {
    this.#late += SMOOTHING * (lateMs - this.#late);
    this.#worst = Math.max(this.#worst, lateMs);
  }

  #tick(): void {
    const now = performance.now();
    this.note(Math.max(0, now - this.#due));
    this.#due = now + TICK_MS;
    this.#ticks += 1;
    if (this.#ticks % TICKS_PER_LOOK_AT_MEMORY === 0) this.#memory = shareOfMemory();
  }
}

/** How much of what it may use the process uses: of its heap, or of a limit that its container sets. */
function shareOfMemory(): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  const given = process.constrainedMemory();
  const resident = given > 0 && given < 2 ** 50 ? process.memoryUsage.rss() / given : 0;
  return Math.max(used / limit, resident);
}
