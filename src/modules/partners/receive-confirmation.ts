import { found } from '#platform/errors.ts';
import type { Limit, RateLimits } from '#platform/rate-limit.ts';
import type { Edge } from '#platform/transaction.ts';
import { confirm, openConfirmation } from './confirm.ts';
import type { Confirmation, ConfirmationForm, ConfirmationOutcome } from './contract.ts';

/** What an address that anybody may open needs of the process. */
export interface ConfirmationParts {
  // oxlint-disable-next-line typescript/no-explicit-any -- the composition knows every table
  readonly edge: Pick<Edge<any>, 'read' | 'write'>;
  readonly limits: Pick<RateLimits, 'use'>;
}

/** Who asks: the address that limits count by, and the request. */
export interface Asking {
  readonly token: string;
  readonly address: string;
  readonly requestId: string;
}

// As with invitations: an address that leads somewhere is never limited by who opens it, only guessing is.
const FAILED: Limit = { name: 'failed-partner-addresses', uses: 60, windowSeconds: 600, lease: 5 };
// A form of a partner is sent a few times; what is sent all the time is no person.
const ANSWERS: Limit = { name: 'partner-answers', uses: 60, windowSeconds: 600, lease: 5 };

const PUBLIC = { kind: 'public' } as const;

/** What a partner reads at its address. @throws AppError `not-found` for any address that leads nowhere, `too-many`. */
export async function showConfirmation(
  { edge, limits }: ConfirmationParts,
  { token, address, requestId }: Asking,
): Promise<Confirmation> {
  const shown = await edge.read(PUBLIC, requestId, (ctx) => openConfirmation(ctx, token));
  if (!shown) await limits.use(FAILED, address);
  return found(shown, 'partner-address-gone');
}

/** Takes a partner's answers. @throws AppError `not-found` for any address that leads nowhere, `invalid`, `too-many`. */
export async function receiveConfirmation(
  { edge, limits }: ConfirmationParts,
  { token, address, requestId }: Asking,
  form: ConfirmationForm,
): Promise<ConfirmationOutcome> {
  await limits.use(ANSWERS, `${address} ${token}`);
  const outcome = await edge.write(PUBLIC, requestId, (ctx) => confirm(ctx, token, form));
  if (!outcome) await limits.use(FAILED, address);
  return found(outcome, 'partner-address-gone');
}
