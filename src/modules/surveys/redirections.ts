import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '#platform/i18n.ts';
import type { Redirection } from './contract.ts';
import type { SurveyTables } from './tables.ts';

type Ctx = Context<SurveyTables>;

/** "This form is not the place for …", in the county's order. */
export async function listRedirections(ctx: Ctx): Promise<Redirection[]> {
  const { rows } = await sql<Redirection>`
    select r.code, r.url, coalesce(jsonb_object_agg(t.language, t.title) filter (where t.language is not null), '{}') as title,
      coalesce(jsonb_object_agg(t.language, t.text) filter (where t.language is not null), '{}') as text
    from redirection r
    left join redirection_text t on t.county_id = r.county_id and t.redirection_code = r.code
    where r.county_id = ${ctx.county}
    group by r.code, r.url, r.position
    order by r.position`.execute(ctx.db);
  return rows;
}

/** Enters the county's redirections in the given order, in place of those that there were. */
export async function setRedirections(ctx: Ctx, given: readonly Redirection[]): Promise<void> {
  await ctx.db.deleteFrom('redirection').where('county_id', '=', ctx.county).execute();
  const rows = given.map(({ code, url }, index) => ({
    county_id: ctx.county,
    code,
    position: index + 1,
    url,
  }));
  await ctx.db.insertInto('redirection').values(rows).execute();
  const texts = given.flatMap(({ code, title, text }) =>
    (Object.entries(title) as [Language, string][]).map(([language, words]) => ({
      county_id: ctx.county,
      redirection_code: code,
      language,
      title: words,
      text: text[language] ?? '',
    })),
  );
  await ctx.db.insertInto('redirection_text').values(texts).execute();
}
