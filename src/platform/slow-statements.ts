import type pg from 'pg';
import type { Log } from './log.ts';
import { currentRequest } from './request-scope.ts';

/** What becomes of a statement that took long. */
export interface SlowStatements {
  /** From how many milliseconds on. */
  readonly from: number;
  readonly log: Pick<Log, 'warn'>;
  count(): void;
}

const FIRST_WORDS = 120;

/**
 * Logs each statement of a connection that takes long: its first words, its time, the request that waited for it.
 * Its parameters, in which people's words travel, are never looked at.
 */
export function watchStatements(client: pg.PoolClient, slow: SlowStatements): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const watched = (...given: unknown[]): unknown => {
    const began = performance.now();
    const answer = query(...given);
    if (answer instanceof Promise) {
      const look = (): void => {
        const ms = performance.now() - began;
        if (ms >= slow.from) tell(slow, given[0], ms);
      };
      answer.then(look, look);
    }
    return answer;
  };
  client.query = watched as typeof client.query;
}

function tell({ log, count }: SlowStatements, asked: unknown, ms: number): void {
  const text = typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? '');
  const statement = text
    .slice(0, 4 * FIRST_WORDS)
    .replaceAll(/\s+/g, ' ')
    .trim();
  count();
  log.warn(
    { requestId: currentRequest(), ms: Math.round(ms), statement: statement.slice(0, FIRST_WORDS) },
    'slow statement',
  );
}
