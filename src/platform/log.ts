import { type DestinationStream, type Logger, pino } from 'pino';
import { AppError } from './errors.ts';

/** The structured log. It is given routes, ids and figures; never a body, a query, a token or an address. */
export type Log = Logger;

const FLUSH_MS = 300;

/** Opens the log, one JSON object a line, on standard output unless told where else. */
export function openLog(level: string, output: DestinationStream = standardOutput()): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // A database error's detail quotes the row that it refused, which may hold somebody's words.
    redact: { paths: ['err.detail', 'err.where', 'err.query', 'err.parameters'], remove: true },
  };
  return pino(options, output);
}

/** Lines are gathered and written a few times a second, since a write of its own for each request would cost more than much of the request. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: false, minLength: 8_192 });
  setInterval(() => output.flush(), FLUSH_MS).unref();
  process.on('exit', () => {
    try {
      output.flushSync();
    } catch {
      // Nothing was ever written.
    }
  });
  return output;
}

/**
 * Logs what a person asked for and did not get through no fault of theirs: an outage (which `refusalOf` has made of
 * `error`) as a warning, anything unforeseen as an error. A refusal by the program itself is no failure.
 */
export function logFailure(
  log: Log,
  error: unknown,
  refusal: unknown,
  where: Readonly<Record<string, string>>,
): void {
  if (error instanceof AppError) return;
  if (refusal instanceof AppError) log.warn({ err: error, ...where }, 'outage');
  else log.error({ err: error, ...where }, 'unexpected');
}
