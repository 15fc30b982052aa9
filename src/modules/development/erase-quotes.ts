import { sql } from 'kysely';
import { withoutQuotes } from '#modules/feedback';
import type { Context } from '#platform/context.ts';
import { replyPublished } from './publish-reply.ts';
import type { DevelopmentTables } from './tables.ts';

type Ctx = Context<DevelopmentTables>;

/** The texts in which the staff may have quoted what somebody told: their tables, keys and columns. */
const WRITTEN = [
  { table: 'discussion', key: ['id'], columns: ['agreed'], also: '' },
  {
    table: 'development_action',
    key: ['id'],
    columns: ['title', 'reason', 'owner'],
    // Who has the former text open in a form cannot save it over this.
    also: ', revision = revision + 1',
  },
  { table: 'action_event', key: ['id'], columns: ['detail'], also: '' },
  {
    table: 'public_reply_text',
    key: ['reply_id', 'language'],
    columns: ['you_said', 'we_did'],
    also: '',
  },
] as const;

/** Takes the quotes of an erased text out of everything that the staff has written: this is all of it. */
export async function eraseQuotes(
  ctx: Ctx,
  { quotes }: { quotes: readonly string[] },
): Promise<void> {
  for (const place of WRITTEN) {
    for (const column of place.columns) {
      const changed = await eraseFrom(ctx, place, column, quotes);
      if (place.table === 'public_reply_text')
        for (const [reply] of changed) await ctx.emit(replyPublished({ reply: reply! }));
    }
  }
}

async function eraseFrom(
  ctx: Ctx,
  { table, key, also }: (typeof WRITTEN)[number],
  column: string,
  quotes: readonly string[],
): Promise<string[][]> {
  const keys = sql.join(key.map((name) => sql.ref(name)));
  const { rows } = await sql<Record<string, unknown>>`
    select ${keys}, ${sql.ref(column)} as words from ${sql.table(table)}
    where county_id = ${ctx.county} for update`.execute(ctx.db);
  const changed: string[][] = [];
  for (const { words, ...row } of rows) {
    const rest = eraseIn(words, quotes);
    if (JSON.stringify(rest) === JSON.stringify(words)) continue;
    const values = key.map((name) => String(row[name]));
    const its = key.map((name, index) => sql`${sql.ref(name)} = ${values[index]}`);
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${typeof rest === 'string' ? rest : JSON.stringify(rest)}${sql.raw(also)}
      where county_id = ${ctx.county} and ${sql.join(its, sql` and `)}`.execute(ctx.db);
    changed.push(values);
  }
  return changed;
}

/** The same in a history's detail, which is a tree of texts. */
function eraseIn(words: unknown, quotes: readonly string[]): unknown {
  if (typeof words === 'string') return withoutQuotes(words, quotes);
  if (Array.isArray(words)) return words.map((each) => eraseIn(each, quotes));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, eraseIn(value, quotes)]),
  );
}
