import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import type { Survey, SurveyVersion } from './contract.ts';
import { selectVersions } from './survey-store.ts';
import type { SurveyTables } from './tables.ts';

type Ctx = Context<SurveyTables>;

/** A version, whatever its status. @throws AppError `not-found`. */
export async function getSurveyVersion(ctx: Ctx, id: string): Promise<SurveyVersion> {
  return found((await selectVersions(ctx, { ids: [id] }))[0], 'survey-not-found');
}

/** The given versions; unknown ids are left out. */
export const findSurveyVersions = (ctx: Ctx, ids: readonly string[]): Promise<SurveyVersion[]> =>
  selectVersions(ctx, { ids });

/** The version of a survey that its forms show now. @throws AppError `not-found` while none is in use. */
export async function getSurveyInUse(ctx: Ctx, survey: string): Promise<SurveyVersion> {
  return found((await selectVersions(ctx, { inUseOf: [survey] }))[0], 'survey-not-found');
}

/** All versions of a survey, the oldest first. */
export const listVersions = (ctx: Ctx, survey: string): Promise<SurveyVersion[]> =>
  selectVersions(ctx, { of: survey });

/** The versions that forms can show now, that of the survey which was entered first first. */
export const listInUse = (ctx: Ctx): Promise<SurveyVersion[]> => selectVersions(ctx, 'in-use');

/** The survey that is offered where nobody has chosen one: the oldest that is in use (ids are ordered by time). @throws AppError `not-found`. */
export async function getDefaultSurvey(ctx: Ctx): Promise<SurveyVersion> {
  return found((await listInUse(ctx))[0], 'survey-not-found');
}

/** The county's surveys with the version of each that is in use. */
export async function listSurveys(ctx: Ctx): Promise<Survey[]> {
  const rows = await ctx.db
    .selectFrom('survey as q')
    .innerJoin('survey_version as v', (join) =>
      join.onRef('v.county_id', '=', 'q.county_id').onRef('v.survey_id', '=', 'q.id'),
    )
    .select(['q.id', 'q.code', 'v.id as version', 'v.number', 'v.status'])
    .where('q.county_id', '=', ctx.county)
    .orderBy('q.id')
    .orderBy('v.number')
    .execute();
  const inUse = new Map(
    (await selectVersions(ctx, 'in-use')).map((version) => [version.survey, version]),
  );
  return Map.groupBy(rows, ({ id }) => id)
    .entries()
    .map(([id, versions]) => ({
      id,
      code: versions[0]!.code,
      inUse: inUse.get(id) ?? null,
      versions: versions.map(({ version, number, status }) => ({
        id: version,
        number,
        status: status as SurveyVersion['status'],
      })),
    }))
    .toArray();
}
