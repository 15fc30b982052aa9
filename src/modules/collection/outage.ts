/**
 * Whether the database cannot be reached or does not work just now, so that trying again one by one would only make
 * everybody wait. Anything else may be the fault of a single answer.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // Connection exceptions, lack of resources, operator's intervention (with statement timeouts), system errors.
  if (/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return /^(?:08|53|57|58)/.test(code);
  // pg tells of broken and refused connections by plain errors without such a code.
  return /connect|terminated|timeout|ECONN|EPIPE/i.test(`${code} ${error.message}`);
}
