import { buildNode } from './builders.ts';
import { createStatementSet, createSurvey } from '#modules/surveys';
import { newId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { TestContext } from './database.ts';
import { rebuild } from '#modules/reports';

/** A version of the instrument with so many statements (`s1`, `s2` …). */
export interface TestSurvey {
  readonly set: string;
  readonly version: string;
}

/** Makes a statement set and a survey of it: its first version, unless told otherwise. */
export async function buildSurvey(
  ctx: TestContext,
  given: {
    code?: string;
    statements?: number;
    version?: number;
    from?: string;
    asksRecommendation?: boolean;
  } = {},
): Promise<TestSurvey> {
  const { code = 'test', version = 1, from = `202${version}-01-01` } = given;
  const statements = Array.from({ length: given.statements ?? 2 }, (_, index) => ({
    code: `s${index + 1}`,
    theme: 'access',
    text: {
      fi: `Väittämä ${index + 1}`,
      sv: `Påstående ${index + 1}`,
      en: `Statement ${index + 1}`,
    },
  }));
  const set = await createStatementSet(ctx, {
    code,
    version,
    validFrom: from,
    statements,
  });
  const text = { fi: 'Teksti', sv: 'Text', en: 'Text' };
  const survey = await createSurvey(ctx, {
    code,
    set,
    asksRecommendation: given.asksRecommendation ?? true,
    texts: { name: text, recommendation: text, comment: text, thanks: text },
  });
  return { set, version: survey.id };
}

/** One answer as tests write it. */
export interface TestAnswer {
  readonly node: string;
  readonly survey: TestSurvey;
  readonly day?: string;
  readonly at?: Date;
  readonly channel?: string;
  readonly respondent?: string;
  readonly recommendation?: number | null;
  readonly scores?: readonly (number | null)[];
  readonly text?: string;
}

/** Stores answers; their ids come back in the same order. */
export async function insertAnswers(
  ctx: TestContext,
  answers: readonly TestAnswer[],
): Promise<string[]> {
  const rows = answers.map((answer) => {
    const at = answer.at ?? (answer.day ? new Date(`${answer.day}T10:00:00Z`) : ctx.now());
    return {
      county_id: ctx.county,
      id: newId(),
      node_id: answer.node,
      survey_version_id: answer.survey.version,
      set_id: answer.survey.set,
      channel: answer.channel ?? 'qr',
      respondent: answer.respondent ?? 'customer',
      language: 'fi',
      received_at: at,
      day: answer.day ?? dayOf(at),
      recommendation: answer.recommendation === undefined ? 9 : answer.recommendation,
      scores: answer.scores ?? [5, 4],
      receipt: 'r',
      content_hash: Buffer.from('00', 'hex'),
    };
  });
  for (let start = 0; start < rows.length; start += 2000) {
    await ctx.db
      .insertInto('answer')
      .values(rows.slice(start, start + 2000))
      .execute();
  }
  const texts = rows.flatMap(({ county_id, id, node_id, received_at }, index) => {
    const text = answers[index]!.text;
    return text === undefined ? [] : [{ county_id, answer_id: id, node_id, received_at, text }];
  });
  if (texts.length > 0) await ctx.db.insertInto('answer_text').values(texts).execute();
  return rows.map(({ id }) => id);
}

/** So many answers alike. */
export const times = (count: number, answer: TestAnswer): TestAnswer[] =>
  Array.from({ length: count }, () => answer);

/** A domain with units of so many answers today, all of them alike unless told otherwise. */
export async function buildUnits(
  ctx: TestContext,
  ...sizes: number[]
): Promise<{ domain: string; units: string[]; survey: TestSurvey }> {
  const domain = await buildNode(ctx, { kind: 'domain' });
  const survey = await buildSurvey(ctx);
  const units: string[] = [];
  for (const size of sizes) {
    const { id } = await buildNode(ctx, { parent: domain.id });
    units.push(id);
    await insertAnswers(ctx, times(size, { node: id, survey }));
  }
  await rebuild(ctx);
  return { domain: domain.id, units, survey };
}
