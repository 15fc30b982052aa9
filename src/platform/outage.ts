import { AppError } from './errors.ts';

const DISK_FULL = '53100';
const QUERY_CANCELED = '57014';

/**
 * What an error is for whoever asked: an outage is a refusal after which to try again, with the same id; others stay what
 * they are. `stores`: something was to be stored, so there is no smaller search to ask for instead.
 */
export function refusalOf(error: unknown, { stores = false } = {}): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (!isOutage(error, code)) return error;
  if (code === DISK_FULL) return storageFull(error);
  // A statement that took longer than it may: the same would happen again at once.
  if (code === QUERY_CANCELED && !stores)
    return new AppError('unavailable', 'took-too-long', { retryAfter: 60, cause: error });
  return new AppError('unavailable', 'unavailable', { retryAfter: 5, cause: error });
}

/**
 * Whether the database cannot be reached or does not work just now, so that trying again one by one would only make
 * everybody wait. Anything else may be the fault of a single request.
 */
function isOutage(error: Error, code: string): boolean {
  // Connection exceptions, lack of resources, locks held by others, operator's intervention (with statement timeouts),
  // system errors.
  if (/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return /^(?:08|53|55P03|57|58)/.test(code);
  if (error instanceof TypeError || error instanceof RangeError) return false;
  // pg tells of broken and refused connections by plain errors without such a code.
  return /connect|terminated|timeout|ECONN|EPIPE/i.test(`${code} ${error.message}`);
}

/** The refusal of whatever would be stored, while the disk has no room for it. */
export const storageFull = (cause?: unknown): AppError =>
  new AppError('unavailable', 'storage-full', { retryAfter: 60, cause });
