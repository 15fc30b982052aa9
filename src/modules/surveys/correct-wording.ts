import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { defineEvent } from '#platform/events.ts';
import type { Language } from '#platform/i18n.ts';
import type { SurveyField, Wording } from './contract.ts';
import type { SurveyTables } from './tables.ts';

type Ctx = Context<SurveyTables>;

/** Words that forms show were corrected. */
export const wordingCorrected = defineEvent<Record<string, never>>('wordingCorrected');

/**
 * Corrects a statement's words in one language: the same meaning, so answers stay comparable. Another meaning is
 * another statement, in a new version of the set. @throws AppError `not-found` for a statement that there is none.
 */
export async function correctStatement(
  ctx: Ctx,
  which: { set: string; statement: string; language: Language },
  wording: Wording,
): Promise<void> {
  const key = {
    county_id: ctx.county,
    set_id: which.set,
    statement_code: which.statement,
    language: which.language,
  };
  const standing = await ctx.db
    .selectFrom('statement')
    .select('code')
    .where('county_id', '=', ctx.county)
    .where('set_id', '=', which.set)
    .where('code', '=', which.statement)
    .executeTakeFirst();
  if (!standing) throw new AppError('not-found', 'survey-not-found');
  await ctx.db
    .insertInto('statement_text')
    .values({ ...key, ...wording })
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'set_id', 'statement_code', 'language']).doUpdateSet(wording),
    )
    .execute();
  await ctx.emit(wordingCorrected({}));
}

/** Corrects a text of a version in one language. @throws AppError `not-found` for a version that there is none. */
export async function correctSurveyText(
  ctx: Ctx,
  which: { version: string; field: SurveyField; language: Language },
  wording: Wording,
): Promise<void> {
  const key = {
    county_id: ctx.county,
    survey_version_id: which.version,
    field: which.field,
    language: which.language,
  };
  const standing = await ctx.db
    .selectFrom('survey_version')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('id', '=', which.version)
    .executeTakeFirst();
  if (!standing) throw new AppError('not-found', 'survey-not-found');
  await ctx.db
    .insertInto('survey_text')
    .values({ ...key, ...wording })
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'survey_version_id', 'field', 'language'])
        .doUpdateSet(wording),
    )
    .execute();
  await ctx.emit(wordingCorrected({}));
}
