import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { defineEvent } from '#platform/events.ts';
import type { Language } from '#platform/i18n.ts';
import { requireUnchanged } from '#platform/unchanged.ts';
import type { SurveyField, Wording } from './contract.ts';
import type { SurveyTables } from './tables.ts';

type Ctx = Context<SurveyTables>;

/** Words that forms show were corrected. */
export const wordingCorrected = defineEvent<Record<string, never>>('wordingCorrected');

/**
 * Corrects a statement's words in one language: the same meaning, so answers stay comparable. Another meaning is
 * another statement, in a new version of the set. @throws AppError `not-found` for a statement that there is none,
 * `conflict` when somebody else corrected it after the writer had read it.
 */
export async function correctStatement(
  ctx: Ctx,
  which: { set: string; statement: string; language: Language },
  { before, ...wording }: Wording,
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
    .forUpdate()
    .executeTakeFirst();
  if (!standing) throw new AppError('not-found', 'survey-not-found');
  const stored = await ctx.db
    .selectFrom('statement_text')
    .select(['text', 'official'])
    .where('county_id', '=', ctx.county)
    .where('set_id', '=', which.set)
    .where('statement_code', '=', which.statement)
    .where('language', '=', which.language)
    .executeTakeFirst();
  requireSeen(stored, before, wording);
  await ctx.db
    .insertInto('statement_text')
    .values({ ...key, ...wording })
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'set_id', 'statement_code', 'language']).doUpdateSet(wording),
    )
    .execute();
  await ctx.emit(wordingCorrected({}));
}

/**
 * Corrects a text of a version in one language. @throws AppError `not-found` for a version that there is none, `conflict`
 * when somebody else corrected it after the writer had read it.
 */
export async function correctSurveyText(
  ctx: Ctx,
  which: { version: string; field: SurveyField; language: Language },
  { before, ...wording }: Wording,
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
    .forUpdate()
    .executeTakeFirst();
  if (!standing) throw new AppError('not-found', 'survey-not-found');
  const stored = await ctx.db
    .selectFrom('survey_text')
    .select(['text', 'official'])
    .where('county_id', '=', ctx.county)
    .where('survey_version_id', '=', which.version)
    .where('field', '=', which.field)
    .where('language', '=', which.language)
    .executeTakeFirst();
  requireSeen(stored, before, wording);
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

/** Where it was not shown whether the words are official ones, that is no matter of a clash. */
function requireSeen(
  stored: Omit<Wording, 'before'> | undefined,
  before: Wording['before'],
  wording: Omit<Wording, 'before'>,
): void {
  const shown = ({ text, official }: Omit<Wording, 'before'>): object =>
    before && before.official === undefined ? { text } : { text, official };
  requireUnchanged({ stored: stored ? shown(stored) : null, before, wanted: shown(wording) });
}
