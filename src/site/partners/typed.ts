import { ConfirmationForm } from '#contract/partners';
import { AppError } from '#platform/errors.ts';
import { parse } from '#platform/http/parse.ts';

/** What a partner typed at one part, as text and unchecked. */
export interface TypedAnswer {
  readonly path: string;
  readonly anchor: string;
  readonly seen: string;
  readonly verdict: string;
  readonly words: string;
}

/** What a partner typed, so that nothing of it is lost when the page comes back. */
export interface Typed {
  readonly role: string;
  readonly answers: readonly TypedAnswer[];
}

/** What is wrong with it, by the number of the part on the page; without one it is about the whole. */
export interface TypedFault {
  readonly at?: number;
  readonly code: 'needWords' | 'needAnswer' | 'tooLong' | 'identity' | 'role';
}

const MOST_PARTS = 200;

/** Reads a sent form. A browser sends line ends as CRLF, which would count twice against the length. */
export function readTyped(form: URLSearchParams): Typed {
  const one = (name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n');
  const answers: TypedAnswer[] = [];
  for (let at = 0; at < MOST_PARTS && form.has(`path-${at}`); at += 1)
    answers.push({
      path: one(`path-${at}`),
      anchor: one(`anchor-${at}`),
      seen: one(`seen-${at}`),
      verdict: one(`verdict-${at}`),
      words: one(`words-${at}`),
    });
  return { role: one('role'), answers };
}

/** Makes answers of what was typed; whoever leaves a part for later says nothing of it. */
export function readAnswers(typed: Typed): { form: ConfirmationForm } | { faults: TypedFault[] } {
  const given = typed.answers
    .map((answer, at) => ({ answer, at }))
    .filter(({ answer }) => answer.verdict === 'right' || answer.verdict === 'change');
  if (given.length === 0) return { faults: [{ code: 'needAnswer' }] };
  try {
    const answers = given.map(({ answer }) => answer);
    return { form: parse(ConfirmationForm, { role: typed.role, answers }) };
  } catch (error) {
    return {
      faults: faultsOf(
        error,
        given.map(({ at }) => at),
      ),
    };
  }
}

/** What a refusal says, by the numbers of the parts on the page. @throws what is no refusal of the input. */
export function faultsOf(error: unknown, places: readonly number[]): TypedFault[] {
  if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
  return error.faults.map(({ pointer, code }) => {
    const at = places[Number(/^\/answers\/(\d+)/.exec(pointer)?.[1])];
    if (pointer === '/role') return { code: code === 'identity-code' ? 'identity' : 'role' };
    return {
      ...(at !== undefined && { at }),
      code:
        code === 'identity-code'
          ? 'identity'
          : code.startsWith('too-big')
            ? 'tooLong'
            : 'needWords',
    };
  });
}
