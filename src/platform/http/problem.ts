import { AppError, type Fault, STATUS } from '#platform/errors.ts';
import { type Language, sentence } from '#platform/i18n.ts';

/** RFC 9457 problem details. `instance` is the request's id, to be quoted when asking for help. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly instance: string;
  readonly errors?: readonly { pointer: string; code: string; detail: string }[];
  /** What is stored, where somebody else changed it after the writer had read it. */
  readonly current?: unknown;
}

/** Translates a refusal for JSON, in the reader's language. Anything unforeseen is a bare 500 with the reference. */
export function problemOf(error: unknown, language: Language, requestId: string): Problem {
  if (!(error instanceof AppError)) {
    return {
      type: '/problems/unexpected',
      title: sentence(language, 'errors:code.unexpected'),
      status: 500,
      instance: requestId,
    };
  }
  return {
    type: `/problems/${error.code}`,
    title: sentence(language, `errors:code.${error.code}`),
    status: STATUS[error.kind],
    instance: requestId,
    ...(error.faults.length > 0 && {
      errors: error.faults.map((fault) => faultInWords(fault, language)),
    }),
    ...(error.current !== undefined && { current: error.current }),
  };
}

/** What became of one item of a batch that was refused: as a problem of its own, with pointers into the whole body. */
export function itemProblem(
  error: unknown,
  language: Language,
  pointer: string,
): Omit<Problem, 'instance'> {
  const { instance: _, errors, ...problem } = problemOf(error, language, '');
  if (!errors) return problem;
  const placed = errors.map((fault) => ({ ...fault, pointer: pointer + fault.pointer }));
  return { ...problem, errors: placed };
}

/** One fault with its sentence. */
export function faultInWords(
  fault: Fault,
  language: Language,
): { pointer: string; code: string; detail: string } {
  return {
    pointer: fault.pointer,
    code: fault.code,
    detail: sentence(language, `errors:fault.${fault.code}`, fault.params),
  };
}

/** The problem as an HTTP response. */
export function problemResponse(error: unknown, language: Language, requestId: string): Response {
  const problem = problemOf(error, language, requestId);
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'content-language': language,
  });
  if (error instanceof AppError && error.retryAfter !== undefined)
    headers.set('retry-after', String(error.retryAfter));
  if (problem.status === STATUS.unauthenticated) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
