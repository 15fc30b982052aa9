import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '#platform/ids.ts';

/** What a sent form of an open point carries beside its answers. */
export interface FormMarks {
  /** The seal that the form was drawn with. */
  readonly seal: string;
  /** A field that no person sees: only a program fills it in. */
  readonly trap: string;
}

/** What is asked of the forms of open points; `docs/operations.md` repeats the figures. */
export const OPEN_FORMS = {
  /** Answers a minute at one point, in one process, from which on more is asked. */
  floodPerMinute: 120,
  /** For how long after that. */
  floodSeconds: 600,
  /** How long ago a form must have been drawn while its point is flooded. */
  youngestSeconds: 3,
  /** How long a form may lie open. */
  oldestSeconds: 24 * 3_600,
} as const;

interface Arrivals {
  minute: number;
  count: number;
  floodedUntil: number;
}

const MOST_POINTS = 10_000;
const SEAL = /^([0-9a-z]{1,8})\.([\w-]{22})$/;

/**
 * Tells forms that were read here from what programs send at open points, without asking anything of people. A form
 * carries when it was drawn, sealed; it is the same for all who read it then, so a page may be kept. Nothing is stored.
 */
export class OpenForms {
  readonly #secret: string;
  readonly #now: () => number;
  readonly #arrivals = new Map<string, Arrivals>();

  constructor(secret: string, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  /** The seal of a form of a point that was drawn now, or earlier (seconds since 1970). */
  seal(code: string, drawn: number = this.#seconds()): string {
    const time = drawn.toString(36);
    return `${time}.${this.#sign(code, time)}`;
  }

  /** When the form with this seal was drawn (seconds since 1970); nothing for a seal that is not ours or too old. */
  drawnAt(code: string, seal: string): number | undefined {
    const [, time = '', signature = ''] = SEAL.exec(seal) ?? [];
    const right = this.#sign(code, time);
    if (!timingSafeEqual(Buffer.from(right), Buffer.from(signature.padEnd(right.length))))
      return undefined;
    const drawn = Number.parseInt(time, 36);
    return this.#seconds() - drawn <= OPEN_FORMS.oldestSeconds ? drawn : undefined;
  }

  /** Whether a form was read here before it was sent, as far as that can be told. */
  isRead(code: string, { seal, trap }: FormMarks, flooded: boolean): boolean {
    const drawn = this.drawnAt(code, seal);
    if (trap !== '' || drawn === undefined) return false;
    return !flooded || this.#seconds() - drawn >= OPEN_FORMS.youngestSeconds;
  }

  /** Counts an answer that arrives at a point, and says whether more arrive than people send. */
  arrive(code: string): boolean {
    const now = this.#seconds();
    const minute = Math.floor(now / 60);
    const arrivals = this.#arrivalsAt(code);
    if (arrivals.minute !== minute) Object.assign(arrivals, { minute, count: 0 });
    arrivals.count += 1;
    if (arrivals.count > OPEN_FORMS.floodPerMinute)
      arrivals.floodedUntil = now + OPEN_FORMS.floodSeconds;
    return arrivals.floodedUntil > now;
  }

  #arrivalsAt(code: string): Arrivals {
    const standing = this.#arrivals.get(code);
    if (standing) return standing;
    // Codes that lead nowhere arrive here as well.
    if (this.#arrivals.size >= MOST_POINTS) this.#arrivals.clear();
    const fresh = { minute: 0, count: 0, floodedUntil: 0 };
    this.#arrivals.set(code, fresh);
    return fresh;
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1000);
  }

  #sign(code: string, time: string): string {
    return keyedHash(this.#secret, `form ${code} ${time}`).toString('base64url').slice(0, 22);
  }
}
