import { createStatementSet, createSurvey, listSurveys } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import { animalOwners, didNotGetIn, ownSource } from './own-statements.ts';
import { npsQuestion, openQuestion, statements, statementSet, thankYou } from './statements.ts';

type Statements = Parameters<typeof createStatementSet>[1]['statements'];

/** A version of the national set that was in use before the present one. */
export interface FormerNational {
  readonly statements: Statements;
  readonly minimumAge: number;
  /** The first day of the present version. */
  readonly until: string;
}

/** The surveys that a county begins from, by their ids. */
export interface Surveys {
  readonly national: string;
  readonly animalOwners: string;
  readonly didNotGetIn: string;
}

const START = '2023-01-01';

/** Enters the national statements, which are the default, and the county's own for those whom they do not fit. */
export async function enterSurveys(ctx: AnyContext, former?: FormerNational): Promise<Surveys> {
  if (former) await enterNational(ctx, { ...former, version: 1, validFrom: START });
  const national = await enterNational(ctx, {
    statements: statements.map(({ code, theme, text }) => ({ code, theme, text })),
    minimumAge: statementSet.agesFrom,
    version: former ? statementSet.version + 1 : statementSet.version,
    validFrom: former?.until ?? START,
  });
  return {
    national,
    animalOwners: await enterOwn(ctx, animalOwners),
    didNotGetIn: await enterOwn(ctx, didNotGetIn),
  };
}

const OWN = [animalOwners, didNotGetIn];

/**
 * Enters the surveys that a county made by an earlier version of the program lacks; their codes come back. What stands
 * is left as it is, also when its words were corrected, and no survey is in use anywhere before it has a feedback point.
 */
export async function bringNewSurveys(ctx: AnyContext): Promise<string[]> {
  const standing = new Set((await listSurveys(ctx)).map(({ code }) => code));
  const lacking = OWN.filter(({ code }) => !standing.has(code));
  for (const own of lacking) await enterOwn(ctx, own);
  return lacking.map(({ code }) => code);
}

async function enterNational(
  ctx: AnyContext,
  given: { statements: Statements; minimumAge: number; version: number; validFrom: string },
): Promise<string> {
  const set = await createStatementSet(ctx, {
    ...given,
    code: statementSet.code,
    source: 'THL, URN:ISBN:978-952-343-982-5 (wording not checked against it)',
  });
  const { survey } = await createSurvey(ctx, {
    code: 'national',
    set,
    texts: {
      name: { fi: 'Asiakaskokemus', sv: 'Kundupplevelse', en: 'Customer experience' },
      recommendation: npsQuestion.text,
      comment: openQuestion.text,
      thanks: thankYou.text,
    },
  });
  return survey;
}

async function enterOwn(ctx: AnyContext, own: typeof animalOwners): Promise<string> {
  const { code, respondents, statements: given, recommendation, name } = own;
  const set = await createStatementSet(ctx, {
    code,
    version: 1,
    origin: 'own',
    respondents,
    source: ownSource,
    validFrom: START,
    statements: given,
  });
  const { survey } = await createSurvey(ctx, {
    code,
    set,
    asksRecommendation: recommendation !== null,
    texts: {
      name,
      recommendation: recommendation ?? {},
      comment: own.comment,
      thanks: thankYou.text,
    },
  });
  return survey;
}
