import type { Problem } from '#ui/problem.ts';

/** One fault that the server found in what was sent. */
export interface ProblemFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A refusal of the API (RFC 9457) in the reader's language. Status 0: the server was not reached. */
export class ApiProblem extends Error implements Problem {
  readonly title: string;
  readonly status: number;
  /** `/problems/<code>`; what a screen may choose by. */
  readonly type: string;
  readonly instance: string;
  readonly errors: readonly ProblemFault[];
  /** What is stored, where somebody else changed it after it was read here. */
  readonly current: unknown;

  constructor(given: {
    title: string;
    status: number;
    type?: string;
    instance?: string;
    errors?: readonly ProblemFault[];
    current?: unknown;
  }) {
    super(given.title);
    this.title = given.title;
    this.status = given.status;
    this.type = given.type ?? '';
    this.instance = given.instance ?? '';
    this.errors = given.errors ?? [];
    this.current = given.current;
  }
}

/** Reads a response that refuses. A page of something in between, such as a proxy, has no words of ours. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const json = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const body = json ? ((await response.json()) as Partial<ApiProblem>) : {};
  return new ApiProblem({
    ...body,
    title: body.title ?? `${response.status} ${response.statusText}`.trim(),
    status: response.status,
  });
}
