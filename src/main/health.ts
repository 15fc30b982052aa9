import { sql } from 'kysely';
import type { Hono } from 'hono';
import type { AppEnvironment } from './app.ts';
import type { Parts } from './parts.ts';

/** `live`: the process answers. `ready`: it can durably write, which it proves by a commit that waits for the disk. */
export function mountHealth(app: Hono<AppEnvironment>, { watch }: Pick<Parts, 'watch'>): void {
  app.get('/health/live', (http) => http.json({ status: 'live' }));
  app.get('/health/ready', async (http) => {
    try {
      await watch.write({ kind: 'system', name: 'health' }, http.get('requestId'), (ctx) =>
        sql`
        insert into rate_limit (county_id, key, window_end, used)
        values (${ctx.county}, '\\x00'::bytea, now(), 0)
        on conflict (county_id, key) do update set window_end = excluded.window_end`.execute(
          ctx.db,
        ),
      );
      return http.json({ status: 'ready' });
    } catch {
      return http.json({ status: 'not-ready' }, 503, { 'retry-after': '5' });
    }
  });
}
