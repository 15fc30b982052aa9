import { AppError } from '#platform/errors.ts';
import type { Limit, RateLimits } from '#platform/rate-limit.ts';
import type { Submission } from './contract.ts';
import type { Intake } from './intake.ts';
import type { Outcome } from './outcome.ts';

/** What receiving needs of the process. */
export interface AnswerParts {
  readonly intake: Pick<Intake, 'submit'>;
  readonly limits: Pick<RateLimits, 'use'>;
}

// A hospital shares one address: 3,000 people in ten minutes must pass, each of whom may have to send twice.
const OPEN_ANSWERS: Limit = { name: 'open-answers', uses: 6_000, windowSeconds: 600, lease: 50 };
const FAILED_TOKENS: Limit = { name: 'failed-tokens', uses: 60, windowSeconds: 600, lease: 5 };

/**
 * Receives one answer, from a page's form or from JSON alike. The address counts only where there is nothing better
 * to count by: open points, and tokens that lead nowhere. A valid invitation is never limited.
 * @throws AppError `too-many`, or `unavailable` when the answer could not be stored.
 */
export async function receiveAnswer(
  { intake, limits }: AnswerParts,
  submission: Submission,
  address: string,
): Promise<Outcome> {
  if (submission.token === undefined) {
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
