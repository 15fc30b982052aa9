/** Why the embedded database cannot be opened, in words meant for the person at the terminal. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

/** Another live Polku holds the data; a command may join it, a second server may not. */
export class AlreadyHeldError extends EmbeddedDatabaseError {
  override name = 'AlreadyHeldError';
  readonly holderPid: number;

  constructor(dir: string, holder: { pid: number; label: string }) {
    const doing = holder.label === '' ? '' : ` (it runs ${holder.label})`;
    super(
      `Another Polku (process ${holder.pid}) already uses ${dir}${doing}. Stop it first or set DATA_DIR.`,
    );
    this.holderPid = holder.pid;
  }
}

/** The server refuses its own files; the person needs the server's words and the way to a backup. */
export function unstartable(dir: string, logLines: string[]): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    [
      `The database in ${dir} does not start. Nothing in it was changed. Its server says:`,
      '',
      ...logLines.map((line) => `  ${line}`),
      '',
      'How to restore a backup is told in docs/operations.md.',
    ].join('\n'),
  );
}

/** The system's error code (`ENOENT`) or PostgreSQL's (`57P03`), when the error has one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
