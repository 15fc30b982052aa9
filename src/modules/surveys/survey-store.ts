import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { LocalText } from '#platform/i18n.ts';
import type { Statement, SurveyField, SurveyVersion } from './contract.ts';
import type { SurveyTables } from './tables.ts';

type Ctx = Context<SurveyTables>;

/** Which versions to read, all of their texts with them, in one statement. */
export async function selectVersions(
  ctx: Ctx,
  which: { ids: readonly string[] } | { of: string } | { inUseOf: readonly string[] } | 'in-use',
): Promise<SurveyVersion[]> {
  const { rows } = await sql<VersionRow>`
    select v.id, v.survey_id, v.number, v.status, v.asks_recommendation, v.asks_comment,
      s.id as set_id, s.code as set_code, s.version as set_version, s.origin, s.respondents,
      (select coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'theme', t.theme, 'text', w.text, 'official', w.official) order by t.position), '[]')
        from statement t
        cross join lateral (
          select coalesce(jsonb_object_agg(x.language, x.text), '{}') as text, coalesce(jsonb_object_agg(x.language, x.official), '{}') as official
          from statement_text x
          where x.county_id = t.county_id and x.set_id = t.set_id and x.statement_code = t.code
        ) w
        where t.county_id = v.county_id and t.set_id = v.set_id) as statements,
      (select coalesce(jsonb_agg(jsonb_build_object('field', x.field, 'language', x.language, 'text', x.text, 'official', x.official)), '[]')
        from survey_text x where x.county_id = v.county_id and x.survey_version_id = v.id) as texts
    from survey_version v
    join statement_set s on s.county_id = v.county_id and s.id = v.set_id
    join survey q on q.county_id = v.county_id and q.id = v.survey_id
    where v.county_id = ${ctx.county} and ${condition(which)}
    order by q.id, v.number`.execute(ctx.db);
  return rows.map(versionOf);
}

function condition(which: Parameters<typeof selectVersions>[1]): RawBuilder<unknown> {
  if (which === 'in-use') return sql`v.status = 'in-use'`;
  if ('of' in which) return sql`v.survey_id = ${which.of}`;
  if ('ids' in which) return sql`v.id = any(${which.ids}::uuid[])`;
  return sql`v.status = 'in-use' and v.survey_id = any(${which.inUseOf}::uuid[])`;
}

interface VersionRow {
  id: string;
  survey_id: string;
  number: number;
  status: SurveyVersion['status'];
  asks_recommendation: boolean;
  asks_comment: boolean;
  set_id: string;
  set_code: string;
  set_version: number;
  origin: SurveyVersion['set']['origin'];
  respondents: string[];
  statements: Statement[];
  texts: { field: SurveyField; language: string; text: string; official: boolean }[];
}

function versionOf(row: VersionRow): SurveyVersion {
  const text = (field: SurveyField): LocalText =>
    Object.fromEntries(
      row.texts.filter((one) => one.field === field).map(({ language, text }) => [language, text]),
    );
  const recommendation = row.texts.filter(({ field }) => field === 'recommendation');
  return {
    id: row.id,
    survey: row.survey_id,
    number: row.number,
    status: row.status,
    set: {
      id: row.set_id,
      code: row.set_code,
      version: row.set_version,
      origin: row.origin,
      respondents: row.respondents,
    },
    statements: row.statements,
    asksRecommendation: row.asks_recommendation,
    asksComment: row.asks_comment,
    texts: {
      name: text('name'),
      recommendation: text('recommendation'),
      comment: text('comment'),
      thanks: text('thanks'),
    },
    official: {
      recommendation: Object.fromEntries(
        recommendation.map(({ language, official }) => [language, official]),
      ),
    },
  };
}
