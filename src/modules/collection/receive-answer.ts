import { AppError } from '#platform/errors.ts';
import type { Limit, RateLimits } from '#platform/rate-limit.ts';
import type { Submission } from './contract.ts';
import type { Intake } from './intake.ts';
import type { FormMarks, OpenForms } from './open-forms.ts';
import type { Outcome } from './outcome.ts';

/** What receiving needs of the process. */
export interface AnswerParts {
  readonly intake: Pick<Intake, 'submit'>;
  readonly limits: Pick<RateLimits, 'use'>;
  readonly forms: OpenForms;
}

// A hospital shares one address: 3,000 people in ten minutes must pass, each of whom may have to send twice.
const OPEN_ANSWERS: Limit = { name: 'open-answers', uses: 6_000, windowSeconds: 600, lease: 50 };
// Of one address at one point that is being flooded; forms that were read here are counted apart from what comes without.
const FLOODED: Limit = { name: 'flooded-point', uses: 90, windowSeconds: 600, lease: 10 };
const FLOODED_FORMS: Limit = { ...FLOODED, name: 'flooded-point-forms' };
const FAILED_TOKENS: Limit = { name: 'failed-tokens', uses: 60, windowSeconds: 600, lease: 5 };

/** A form that may not have been read here: it is shown again, to be sent once more, with a seal of its own. */
export interface Unsure {
  readonly kind: 'unsure';
  readonly seal: string;
}

/**
 * Receives an answer from a page's form. One of an open point must look as if somebody had read it; a person who
 * is doubted by mistake presses once more. @throws as `receiveAnswer` does.
 */
export async function receiveForm(
  parts: AnswerParts,
  submission: Submission,
  address: string,
  marks: FormMarks,
): Promise<Outcome | Unsure> {
  const { code } = submission;
  if (code === undefined) return receiveAnswer(parts, submission, address);
  const { forms, limits, intake } = parts;
  const flooded = forms.arrive(code);
  if (!forms.isRead(code, marks, flooded))
    return { kind: 'unsure', seal: forms.seal(code, forms.drawnAt(code, marks.seal)) };
  if (flooded) await limits.use(FLOODED_FORMS, `${address} ${code}`);
  await limits.use(OPEN_ANSWERS, address);
  return intake.submit(submission);
}

/**
 * Receives one answer, from a page's form or from JSON alike. The address counts only where there is nothing better
 * to count by: open points, and tokens that lead nowhere. A valid invitation is never limited.
 * @throws AppError `too-many`, or `unavailable` when the answer could not be stored.
 */
export async function receiveAnswer(
  { intake, limits, forms }: AnswerParts,
  submission: Submission,
  address: string,
): Promise<Outcome> {
  const { code } = submission;
  if (code !== undefined) {
    // First the narrower limit: whoever floods one point does not use up what others of the same address need.
    if (forms.arrive(code)) await limits.use(FLOODED, `${address} ${code}`);
    await limits.use(OPEN_ANSWERS, address);
    return intake.submit(submission);
  }
  const outcome = await intake.submit(submission);
  if (outcome.kind === 'gone') await limits.use(FAILED_TOKENS, address);
  return outcome;
}

/** What a refused answer is called in JSON; one that was received gives its receipt. @throws AppError for a refusal. */
export function receiptOf(outcome: Outcome): { status: 200 | 201; receipt: string } {
  switch (outcome.kind) {
    case 'stored':
      return { status: 201, receipt: outcome.receipt };
    case 'repeated':
      return { status: 200, receipt: outcome.receipt };
    case 'different':
      throw new AppError('conflict', 'answer-differs');
    case 'gone':
      throw new AppError('not-found', 'gone');
    case 'invalid':
      throw new AppError('invalid', 'input-invalid', { faults: outcome.faults });
  }
}
