import { sql } from 'kysely';
import type { AnyContext } from './context.ts';
import type { News } from './live.ts';

/** Tells every process, at the commit, what changed. Payloads are ids only and stay under PostgreSQL's 8,000 bytes. */
export async function tell(
  ctx: AnyContext,
  topic: News['topic'],
  nodes: readonly string[],
  writer?: News['writer'],
): Promise<void> {
  for (let start = 0; start < Math.max(1, nodes.length); start += 150) {
    const news: News = {
      county: ctx.county,
      topic,
      nodes: nodes.slice(start, start + 150),
      ...(writer && { writer }),
    };
    await sql`select pg_notify('polku_news', ${JSON.stringify(news)})`.execute(ctx.db);
  }
}
