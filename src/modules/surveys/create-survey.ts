import type { Context } from '#platform/context.ts';
import type { Language, LocalText } from '#platform/i18n.ts';
import { newId } from '#platform/ids.ts';
import { SURVEY_FIELDS, type SurveyField, type SurveyVersion } from './contract.ts';
import { getSurveyVersion } from './read-surveys.ts';
import type { SurveyTables } from './tables.ts';

type Ctx = Context<SurveyTables>;
type Official = Readonly<Partial<Record<Language, boolean>>>;

/** A statement set as it is entered. A wording is unofficial unless `official` says otherwise for its language. */
export interface NewStatementSet {
  readonly code: string;
  readonly version: number;
  /** Whom it is for; customers, unless said otherwise. */
  readonly respondents?: readonly string[];
  readonly minimumAge?: number;
  /** The county's own, or (unless said) the national one. */
  readonly origin?: 'national' | 'own';
  readonly source?: string;
  readonly validFrom: string;
  readonly statements: readonly {
    code: string;
    theme: string;
    text: LocalText;
    official?: Official;
  }[];
}

/** Enters a version of a statement set, its statements in the given order; the set's id comes back. */
export async function createStatementSet(ctx: Ctx, given: NewStatementSet): Promise<string> {
  const id = newId();
  await ctx.db
    .insertInto('statement_set')
    .values({
      county_id: ctx.county,
      id,
      code: given.code,
      version: given.version,
      minimum_age: given.minimumAge ?? null,
      ...(given.source !== undefined && { source: given.source }),
      ...(given.origin !== undefined && { origin: given.origin }),
      ...(given.respondents !== undefined && { respondents: [...given.respondents] }),
      valid_from: given.validFrom,
      valid_to: null,
    })
    .execute();
  const statements = given.statements.map(({ code, theme }, index) => ({
    county_id: ctx.county,
    set_id: id,
    code,
    position: index + 1,
    theme,
  }));
  await ctx.db.insertInto('statement').values(statements).execute();
  const texts = given.statements.flatMap(({ code, text, official }) =>
    wordings(text, official).map((wording) => ({
      county_id: ctx.county,
      set_id: id,
      statement_code: code,
      ...wording,
    })),
  );
  await ctx.db.insertInto('statement_text').values(texts).execute();
  return id;
}

/** A survey's version as it is entered. */
export interface NewSurvey {
  readonly code: string;
  /** The id of the statement set. */
  readonly set: string;
  readonly asksRecommendation?: boolean;
  readonly asksComment?: boolean;
  readonly texts: Readonly<Record<SurveyField, LocalText>>;
  readonly officialRecommendation?: Official;
}

/**
 * Enters a version and puts it in use; the one that was in use is retired (its forms that are open are still
 * received). The survey of that code is made when there is none.
 */
export async function createSurvey(ctx: Ctx, given: NewSurvey): Promise<SurveyVersion> {
  const survey = await surveyOf(ctx, given.code);
  await ctx.db
    .updateTable('survey_version')
    .set({ status: 'retired' })
    .where('county_id', '=', ctx.county)
    .where('survey_id', '=', survey)
    .where('status', '=', 'in-use')
    .execute();
  const id = newId();
  await ctx.db
    .insertInto('survey_version')
    .values({
      county_id: ctx.county,
      id,
      survey_id: survey,
      number: await nextNumber(ctx, survey),
      status: 'in-use',
      set_id: given.set,
      asks_recommendation: given.asksRecommendation ?? true,
      asks_comment: given.asksComment ?? true,
    })
    .execute();
  const texts = SURVEY_FIELDS.flatMap((field) =>
    wordings(
      given.texts[field],
      field === 'recommendation' ? given.officialRecommendation : undefined,
    ).map((wording) => ({
      county_id: ctx.county,
      survey_version_id: id,
      field,
      ...wording,
    })),
  );
  await ctx.db.insertInto('survey_text').values(texts).execute();
  return getSurveyVersion(ctx, id);
}

const wordings = (text: LocalText, official: Official = {}) =>
  (Object.entries(text) as [Language, string][]).map(([language, words]) => ({
    language,
    text: words,
    official: official[language] ?? false,
  }));

async function surveyOf(ctx: Ctx, code: string): Promise<string> {
  const standing = await ctx.db
    .selectFrom('survey')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('code', '=', code)
    .executeTakeFirst();
  if (standing) return standing.id;
  const id = newId();
  await ctx.db.insertInto('survey').values({ county_id: ctx.county, id, code }).execute();
  return id;
}

async function nextNumber(ctx: Ctx, survey: string): Promise<number> {
  const last = await ctx.db
    .selectFrom('survey_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('county_id', '=', ctx.county)
    .where('survey_id', '=', survey)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}
