import { hashOf, newId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { TestContext } from '#tests/support/database.ts';
import { buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import type { ActionForm, ReplyTexts } from './contract.ts';

/** An action as a supervisor would write it. */
export const actionForm = (more: Partial<ActionForm> = {}): ActionForm => ({
  title: 'Soitamme tuloksesta samana päivänä',
  reason: 'Moni ei tiennyt, soittaako joku.',
  owner: 'Vastaava hoitaja',
  due: '2026-12-01',
  place: null,
  sources: [],
  discussion: null,
  ...more,
});

const half = { youSaid: 'Ette tienneet, soittaako joku.', weDid: 'Soitamme nyt samana päivänä.' };

/** A reply in all languages of the county. */
export const replyTexts: ReplyTexts = { fi: half, sv: half, en: half };

/** An answer with a text, straight into the tables: how it is received is not what is tested here. */
export async function buildAnswer(
  ctx: TestContext,
  node: string,
  given: { text?: string; recommendation?: number; at?: Date; concern?: 'open' | 'handled' } = {},
): Promise<string> {
  const id = newId();
  const at = given.at ?? ctx.now();
  const county = { county_id: ctx.county };
  const { set, version } = await buildSurveyVersion(ctx);
  const answer = {
    id,
    node_id: node,
    survey_version_id: version,
    set_id: set,
    channel: 'qr',
    language: 'fi',
    received_at: at,
    day: dayOf(at),
  };
  const content = {
    recommendation: given.recommendation ?? null,
    scores: [],
    receipt: id,
    content_hash: hashOf(id),
  };
  await ctx.db
    .insertInto('answer')
    .values({ ...county, ...answer, ...content })
    .execute();
  if (given.text)
    await ctx.db
      .insertInto('answer_text')
      .values({ ...county, answer_id: id, node_id: node, received_at: at, text: given.text })
      .execute();
  if (given.concern) await buildConcern(ctx, { answer: id, node, at, status: given.concern });
  return id;
}

async function buildSurveyVersion(ctx: TestContext): Promise<{ set: string; version: string }> {
  const [set, survey, version] = [newId(), newId(), newId()];
  const county = { county_id: ctx.county };
  const named = { ...county, id: set, code: set, version: 1, valid_from: '2026-01-01' };
  await ctx.db.insertInto('statement_set').values(named).execute();
  const asked = { ...county, id: survey, code: survey };
  await ctx.db.insertInto('survey').values(asked).execute();
  const inUse = { id: version, survey_id: survey, number: 1, status: 'in-use', set_id: set };
  await ctx.db
    .insertInto('survey_version')
    .values({ ...county, ...inUse })
    .execute();
  return { set, version };
}

async function buildConcern(
  ctx: TestContext,
  given: { answer: string; node: string; at: Date; status: 'open' | 'handled' },
): Promise<void> {
  const { answer, node, at, status } = given;
  const raised = {
    raised_at: at,
    due_at: at,
    status,
    handled_at: status === 'handled' ? at : null,
  };
  await ctx.db
    .insertInto('concern')
    .values({
      county_id: ctx.county,
      id: newId(),
      answer_id: answer,
      node_id: node,
      kinds: ['harm'],
      ...raised,
    })
    .execute();
}

/** A published path with one phase and a step in it, and what they are called in Finnish. */
export async function buildPath(ctx: TestContext) {
  const { path, phase, step } = await buildFitPath(ctx, 'Testaus');
  const outcome = await publishReviewed(ctx, path);
  if (outcome.kind === 'unfit') throw new Error('the path is not fit to be published');
  return {
    id: path,
    phase,
    step,
    title: 'Testaus fi',
    phaseTitle: 'Tulen vastaanotolle',
    slug: 'testaus-fi',
  };
}
