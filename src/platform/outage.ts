import { AppError } from './errors.ts';

const QUERY_CANCELED = '57014';

/**
 * Whether the database cannot be reached or does not work just now, so that trying again one by one would only make
 * everybody wait. Anything else may be the fault of a single request.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // Connection exceptions, lack of resources, locks held by others, operator's intervention (with statement timeouts),
  // system errors.
  if (/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return /^(?:08|53|55P03|57|58)/.test(code);
  if (error instanceof TypeError || error instanceof RangeError) return false;
  // pg tells of broken and refused connections by plain errors without such a code.
  return /connect|terminated|timeout|ECONN|EPIPE/i.test(`${code} ${error.message}`);
}

/** What a failure is called outside: an outage is a refusal after which to try again, anything else stays what it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof AppError || !isOutage(error)) return error;
  // A statement that took longer than it may: the same would happen again at once.
  const tookLong = (error as { code?: unknown }).code === QUERY_CANCELED;
  return tookLong
    ? new AppError('unavailable', 'took-too-long', { retryAfter: 60, cause: error })
    : new AppError('unavailable', 'unavailable', { retryAfter: 5, cause: error });
}
