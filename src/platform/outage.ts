import { AppError } from './errors.ts';

/**
 * Whether the database cannot be reached or does not work just now, so that trying again one by one would only make
 * everybody wait. Anything else may be the fault of a single answer.
 */
function isOutage(error: Error, code: string): boolean {
  // Connection exceptions, lack of resources, operator's intervention (with statement timeouts), system errors.
  if (/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return /^(?:08|53|57|58)/.test(code);
  // pg tells of broken and refused connections by plain errors without such a code.
  return /connect|terminated|timeout|ECONN|EPIPE/i.test(`${code} ${error.message}`);
}

const DISK_FULL = '53100';

/** What an error is for whoever asked: an outage asks to try again later, with the same id; others stay what they are. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === DISK_FULL) return storageFull(error);
  if (!isOutage(error, code)) return error;
  return new AppError('unavailable', 'unavailable', { retryAfter: 5, cause: error });
}

/** The refusal of whatever would be stored, while the disk has no room for it. */
export const storageFull = (cause?: unknown): AppError =>
  new AppError('unavailable', 'storage-full', { retryAfter: 60, cause });
