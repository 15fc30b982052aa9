/** The seven ways to refuse. Each surface translates them once: JSON problem, public page, command line, job. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'unavailable';

/** One fault in the input: a JSON pointer to the field and a code from `errors:fault.*`. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A refusal. `code` has a sentence in every language under `errors:code.*`; nothing else of it reaches a person. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly faults: readonly Fault[];
  /** Seconds after which to try again, with `too-many` and `unavailable`. */
  readonly retryAfter: number | undefined;
  /** What is stored, where somebody else changed it after the writer had read it. */
  readonly current: unknown;

  constructor(
    kind: ErrorKind,
    code: string,
    options: {
      faults?: readonly Fault[];
      retryAfter?: number;
      cause?: unknown;
      current?: unknown;
    } = {},
  ) {
    super(`${kind}: ${code}`, { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.faults = options.faults ?? [];
    this.retryAfter = options.retryAfter;
    this.current = options.current;
  }
}

/** The HTTP status of each kind. */
export const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

/** Refuses with `not-found` when there is nothing. */
export function found<T>(value: T | undefined | null, code = 'not-found'): T {
  if (value === undefined || value === null) throw new AppError('not-found', code);
  return value;
}
