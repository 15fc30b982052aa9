import { createChannel } from '#modules/channels';
import { createFeedbackPoint } from '#modules/collection';
import { createAction } from '#modules/development';
import { raiseConcerns, recordAnswers, sealAnswer } from '#modules/feedback';
import { addEntry } from '#modules/handbook';
import { addAccount } from '#modules/identity';
import { addPartner, makeAddress } from '#modules/partners';
import { createPath } from '#modules/paths';
import { getSurveyInUse } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { TestProcess } from './process.ts';

/** One thing of each kind, all of them of the unit `own`. */
export interface Fixtures {
  readonly own: string;
  readonly service: string;
  readonly places: Readonly<Record<'own' | 'parent' | 'sibling' | 'other branch' | 'root', string>>;
  readonly account: string;
  readonly channel: string;
  readonly entry: string;
  readonly path: string;
  readonly partner: string;
  readonly partnerAddress: string;
  readonly point: string;
  /** A point that may be closed on the way. */
  readonly oldPoint: string;
  readonly concern: string;
  /** An answer whose text is urgent and waits. */
  readonly answer: string;
  readonly action: string;
  readonly set: string;
  readonly version: string;
}

/** Fills a county with what the routes of the permission matrix concern. */
export async function fillPermissionFixtures(running: TestProcess): Promise<Fixtures> {
  const service = await running.addUnit(undefined, 'service');
  const own = await running.addUnit(service);
  const sibling = await running.addUnit(service);
  const other = await running.addUnit(await running.addUnit(undefined, 'service'));
  const places = { own, parent: service, sibling, 'other branch': other, root: running.root };
  const { account: writer } = await running.signIn('experience-team');
  const made = await running.run((ctx) => fill(ctx, running.survey, own, writer));
  return { own, service, places, ...made };
}

async function fill(
  ctx: AnyContext,
  survey: string,
  own: string,
  writer: string,
): Promise<Omit<Fixtures, 'own' | 'service' | 'places'>> {
  const as: AnyContext = { ...ctx, actor: { kind: 'account', id: writer, roles: [] } };
  const { account } = await addAccount(ctx, {
    email: 'kohde@example.fi',
    name: 'Kohde',
    language: 'fi',
  });
  const version = await getSurveyInUse(ctx, survey);
  const path = await createPath(as, { node: own, title: { fi: 'Polku' } });
  const partner = await addPartner(ctx, { name: 'Kumppani' });
  const made = await makeAddress(ctx, partner, { days: 30 }, 'https://polku.example');
  const action = {
    title: 'Teemme',
    reason: 'Syy',
    owner: 'Vastaava',
    due: '2027-01-31',
    place: null,
    sources: [],
    discussion: null,
  };
  return {
    account: account.id,
    channel: (
      await createChannel(ctx, { kind: 'location', texts: { name: { fi: 'Paikka' } } } as never)
    ).id,
    entry: await addEntry(ctx, { kind: 'cornerstone', name: 'Kulmakivi' }),
    path: typeof path === 'string' ? path : (path as { id: string }).id,
    partner,
    partnerAddress: made.id,
    point: (await createFeedbackPoint(ctx, own, { channel: 'qr' })).id,
    oldPoint: (await createFeedbackPoint(ctx, own, { channel: 'web' })).id,
    concern: (await concernAt(ctx, own, version)).concern,
    answer: (await concernAt(ctx, own, version)).answer,
    action: await createAction(as, own, action),
    set: version.set.id,
    version: version.id,
  };
}

async function concernAt(
  ctx: AnyContext,
  node: string,
  version: Awaited<ReturnType<typeof getSurveyInUse>>,
): Promise<{ concern: string; answer: string }> {
  const id = newId();
  const text = 'Minua lyötiin odotustilassa.';
  const answer = sealAnswer(
    { id, surveyVersion: version.id, language: 'fi', recommendation: 1, scores: {}, comment: text },
    'test',
  );
  await recordAnswers(ctx, [{ answer, version, node, channel: 'web', path: null }]);
  await raiseConcerns(ctx, [{ answer: id, node, text, receivedAt: ctx.now() }]);
  const row = await ctx.db
    .selectFrom('concern')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('answer_id', '=', id)
    .executeTakeFirstOrThrow();
  return { concern: row.id as string, answer: id };
}
