import { sealAnswer } from '#modules/feedback';
import { AppError } from '#platform/errors.ts';
import { hashOf } from '#platform/ids.ts';
import { refusalOf } from '#platform/outage.ts';
import type { Submission } from './contract.ts';
import type { Outcome } from './outcome.ts';
import { type ArrivedAnswer, receiveAnswers, type ShownVersions } from './receive-answers.ts';
import type { CollectionContext } from './tables.ts';

/** Runs work in one transaction that has committed when the promise is kept. */
export type RunTransaction = <T>(work: (ctx: CollectionContext) => Promise<T>) => Promise<T>;

interface Waiting extends ArrivedAnswer {
  /** The id and the token: what no two answers of one batch may share. */
  readonly keys: readonly string[];
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const LARGEST_BATCH = 200;
const BATCHES_IN_FLIGHT = 2;
const LONGEST_QUEUE = 5_000;
const ATTEMPTS_ALONE = 3;

/**
 * The one queue through which every answer comes in. An answer that is alone goes at once; those that arrive while
 * others are being stored wait and share the next transaction, so that many phones cost few commits. The promise is
 * kept when the answer is durable.
 */
export class Intake {
  readonly #run: RunTransaction;
  readonly #observe: (answers: number) => void;
  readonly #shown: ShownVersions = new Map();
  readonly #busy = new Set<string>();
  #queue: Waiting[] = [];
  #inFlight = 0;
  #planned = false;
  #stopped = false;
  #whenIdle: (() => void) | undefined;

  /** `observe` is told the size of each batch. */
  constructor(run: RunTransaction, observe: (answers: number) => void = () => undefined) {
    this.#run = run;
    this.#observe = observe;
  }

  /** How many answers wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Hands in an answer. @throws AppError `unavailable` when it could not be stored; the same id may be sent again. */
  submit(submission: Submission): Promise<Outcome> {
    if (this.#stopped || this.#queue.length >= LONGEST_QUEUE) {
      return Promise.reject(new AppError('unavailable', 'unavailable', { retryAfter: 2 }));
    }
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    this.#queue.push({ ...arrive(submission), resolve, reject });
    this.#plan();
    return promise;
  }

  /** Takes nothing more in and waits until what has come in is stored. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#inFlight > 0 || this.#queue.length > 0)
      await new Promise<void>((resolve) => (this.#whenIdle = resolve));
  }

  /** Starts at the end of this turn of the event loop: requests that arrived together go together. */
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      while (this.#inFlight < BATCHES_IN_FLIGHT) {
        const batch = this.#take();
        if (batch.length === 0) break;
        void this.#process(batch);
      }
      if (this.#inFlight === 0) this.#whenIdle?.();
    });
  }

  /** The next batch. An answer whose id or token is on its way already waits, so that it sees what became of that. */
  #take(): Waiting[] {
    const batch: Waiting[] = [];
    this.#queue = this.#queue.filter((waiting) => {
      if (batch.length >= LARGEST_BATCH || waiting.keys.some((key) => this.#busy.has(key)))
        return true;
      for (const key of waiting.keys) this.#busy.add(key);
      batch.push(waiting);
      return false;
    });
    return batch;
  }

  async #process(batch: readonly Waiting[]): Promise<void> {
    this.#inFlight += 1;
    this.#observe(batch.length);
    await this.#store(batch);
    for (const { keys } of batch) for (const key of keys) this.#busy.delete(key);
    this.#inFlight -= 1;
    this.#plan();
  }

  async #store(batch: readonly Waiting[], attempt = 1): Promise<void> {
    try {
      const outcomes = await this.#run((ctx) => receiveAnswers(ctx, batch, this.#shown));
      for (const [index, waiting] of batch.entries()) waiting.resolve(outcomes[index]!);
    } catch (error) {
      await this.#recover(batch, error, attempt);
    }
  }

  /** A batch that failed is tried again singly, so that one bad answer, or one that another process stored, fails alone. */
  async #recover(batch: readonly Waiting[], error: unknown, attempt: number): Promise<void> {
    const refusal = refusalOf(error, { stores: true });
    if (refusal instanceof AppError && refusal.kind === 'unavailable') {
      for (const waiting of batch) waiting.reject(refusal);
    } else if (batch.length > 1) {
      for (const waiting of batch) await this.#store([waiting]);
    } else if (attempt < ATTEMPTS_ALONE) {
      await this.#store(batch, attempt + 1);
    } else {
      for (const waiting of batch) waiting.reject(error);
    }
  }
}

/** Masks the text and hashes the token at once: neither waits in the queue as it was. */
function arrive({ code, token, node, ...given }: Submission): ArrivedAnswer & { keys: string[] } {
  if (token === undefined) {
    const wayIn = { code: code ?? '', node };
    return {
      answer: sealAnswer(given, `point ${wayIn.code} ${node ?? ''}`),
      wayIn,
      keys: [given.id],
    };
  }
  const tokenHash = hashOf(token);
  return {
    answer: sealAnswer(given, 'invitation'),
    wayIn: { tokenHash },
    keys: [given.id, tokenHash.toString('hex')],
  };
}
