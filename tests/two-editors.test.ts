import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChannel } from '#modules/channels';
import { takeSeed } from '#modules/handbook';
import { createPath } from '#modules/paths';
import type { Draft } from '#contract/paths';
import { buildSurvey } from '#tests/support/build-survey.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

// Two people have the same thing before them. The second one overwrites nothing unseen: 409, with what is stored now.

let app: TestProcess;
beforeAll(async () => {
  app = await startProcess();
  await app.run((ctx) => takeSeed(ctx));
});
afterAll(() => app.stop());

type Role = Parameters<TestProcess['signIn']>[0];

/** Two people of a role, each sending to the same address. */
async function two(role: Role, at: string) {
  const people = [await app.signIn(role), await app.signIn(role)];
  return people.map(({ cookie }) => async (json: unknown) => {
    const response = await app.ask(at, { method: 'PUT', cookie, json });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  });
}

const CLASH = '/problems/changed-meanwhile';

describe('a channel', () => {
  const first = {
    kind: 'phone',
    phone: '03 0000 1234',
    url: null,
    hours: [],
    texts: { name: { fi: 'Neuvonta' }, description: { fi: 'Soita.' } },
  };
  const own = () =>
    app.run((ctx) => createChannel(ctx, first as Parameters<typeof createChannel>[1]));

  test('is not overwritten by who did not see the other’s words', async () => {
    const { id } = await own();
    const [anna, bo] = await two('editor', `/api/channels/${id}`);
    const annas = { ...first, texts: { ...first.texts, description: { fi: 'Soita arkena.' } } };
    const bos = { ...first, texts: { ...first.texts, description: { fi: 'Soita aina.' } } };
    expect((await anna!({ ...annas, before: first })).status).toBe(200);
    const refused = await bo!({ ...bos, before: first });
    expect(refused).toMatchObject({
      status: 409,
      body: { type: CLASH, current: { texts: { description: { fi: 'Soita arkena.' } } } },
    });
    // Whoever has seen them decides; the same again is no clash, whatever one had before.
    expect((await bo!({ ...bos, before: refused.body.current })).status).toBe(200);
    expect((await anna!({ ...bos, before: first })).status).toBe(200);
    expect((await anna!({ ...annas, before: annas })).status).toBe(409);
    // Nobody writes without saying what they had before them.
    expect((await anna!(annas)).status).toBe(422);
  });

  test('keeps its remark and its easy language from being overwritten too', async () => {
    const { id } = await own();
    const [anna, bo] = await two('editor', `/api/channels/${id}/remark`);
    expect((await anna!({ remark: { fi: 'Anna' }, before: {} })).status).toBe(200);
    expect(await bo!({ remark: { fi: 'Bo' }, before: {} })).toMatchObject({
      status: 409,
      body: { current: { fi: 'Anna' } },
    });
    const [cilla, dan] = await two('editor', `/api/channels/${id}/easy`);
    const easy = (description: string) => ({ 'fi-simple': { description } });
    expect((await cilla!({ easy: easy('Soita.'), before: {} })).status).toBe(200);
    expect(await dan!({ easy: easy('Soita meille.'), before: {} })).toMatchObject({
      status: 409,
      body: { current: easy('Soita.') },
    });
    expect((await dan!({ easy: easy('Soita meille.'), before: easy('Soita.') })).status).toBe(200);
    const noted = (text: string) => ({ 'fi-simple': { notes: [{ from: 'joulu', text }] } });
    const standing = easy('Soita meille.');
    expect((await cilla!({ easy: noted('pyhä'), before: standing })).status).toBe(200);
    expect(await dan!({ easy: noted('juhla'), before: standing })).toMatchObject({
      status: 409,
      body: { current: noted('pyhä') },
    });
  });
});

test('a node’s names, OID and sensitivity are not overwritten', async () => {
  const unit = await app.addUnit();
  const [anna, bo] = await two('administrator', `/api/nodes/${unit}`);
  const answer = await app.ask('/api/nodes', { cookie: (await app.signIn('viewer')).cookie });
  const { nodes } = (await answer.json()) as { nodes: { id: string; name: { fi: string } }[] };
  const before = { oid: null, sensitive: false, name: nodes.find(({ id }) => id === unit)!.name };
  expect((await anna!({ ...before, sensitive: true, before })).status).toBe(200);
  expect(await bo!({ ...before, name: { fi: 'Bon nimi' }, before })).toMatchObject({
    status: 409,
    body: { type: CLASH, current: { sensitive: true } },
  });
});

test('an entry of the handbook keeps what another set, and clashes on the same property only', async () => {
  const { cookie } = await app.signIn('viewer');
  const { entries } = (await (await app.ask('/api/handbook', { cookie })).json()) as {
    entries: { id: string; properties: { kind: string; owner?: string; public?: boolean } }[];
  };
  const { id } = entries.find(({ properties }) => properties.kind === 'promise')!;
  const [anna, bo] = await two('experience-team', `/api/handbook/entries/${id}/properties`);
  expect((await anna!({ owner: 'johtaja', before: { owner: '' } })).status).toBe(204);
  // Another property: both hold.
  expect((await bo!({ public: true, before: { public: false } })).status).toBe(204);
  expect(await bo!({ owner: 'päällikkö', before: { owner: '' } })).toMatchObject({
    status: 409,
    body: { type: CLASH, current: { owner: 'johtaja' } },
  });
  const after = (await (await app.ask('/api/handbook', { cookie })).json()) as typeof nothing;
  expect(after.entries.find((one) => one.id === id)!.properties).toMatchObject({
    owner: 'johtaja',
    public: true,
  });
  expect((await bo!({ owner: 'päällikkö' })).status).toBe(422);
});
declare const nothing: {
  entries: { id: string; properties: { owner?: string; public?: boolean } }[];
};

describe('a path', () => {
  const begun = () => app.run((ctx) => createPath(ctx, { node: app.root, title: { fi: 'Polku' } }));
  const draftOf = async (path: string) => {
    const { cookie } = await app.signIn('editor');
    const answer = await app.ask(`/api/paths/${path}/draft`, { cookie });
    return (await answer.json()) as Draft;
  };

  test('keeps the settings that another set, and clashes on the same setting only', async () => {
    const path = await begun();
    const [anna, bo] = await two('editor', `/api/paths/${path}/settings`);
    const { level, lifeEvents, visibility } = (await draftOf(path)).settings;
    expect(lifeEvents).toEqual([]);
    const annas = { level: 'touchpoint', lifeEvents: ['ageing'], before: { level, lifeEvents } };
    expect((await anna!(annas)).status).toBe(204);
    // Another setting: both hold. The same again is no clash.
    const staffOnly = { visibility: 'staff', before: { visibility } };
    expect((await bo!(staffOnly)).status).toBe(204);
    expect((await bo!({ ...annas, ...staffOnly, before: annas.before })).status).toBe(204);
    const bos = { level: 'strategic', lifeEvents: ['moving'], before: { level, lifeEvents } };
    expect(await bo!(bos)).toMatchObject({
      status: 409,
      body: { type: CLASH, current: { level: 'touchpoint', lifeEvents: ['ageing'] } },
    });
    expect((await draftOf(path)).settings).toMatchObject({
      level: 'touchpoint',
      lifeEvents: ['ageing'],
      visibility: 'staff',
    });
    const seen = { level: 'touchpoint', lifeEvents: ['ageing'] };
    expect((await bo!({ ...bos, before: seen })).status).toBe(204);
    // Nobody writes without saying what they had before them, and nothing beside the settings is taken.
    expect((await anna!({ level: 'service' })).status).toBe(422);
    expect((await anna!({ level: 'service', before: { level: 'x' } })).status).toBe(422);
    expect((await anna!({ county: 'x', before: {} })).status).toBe(422);
    expect((await anna!({ before: {} })).status).toBe(204);
  });

  test('keeps the units that another chose', async () => {
    const path = await begun();
    const [first, second] = [await app.addUnit(), await app.addUnit()];
    const [anna, bo] = await two('editor', `/api/paths/${path}/units`);
    expect((await anna!({ units: [first], before: [] })).status).toBe(204);
    expect(await bo!({ units: [second], before: [] })).toMatchObject({
      status: 409,
      body: { type: CLASH, current: { units: [first] } },
    });
    // The order says nothing.
    expect((await bo!({ units: [second, first], before: [first] })).status).toBe(204);
    expect((await anna!({ units: [first, second], before: [] })).status).toBe(204);
    expect((await draftOf(path)).units.toSorted()).toEqual([first, second].toSorted());
    expect((await anna!({ units: [] })).status).toBe(422);
  });
});

test('a wording of a survey is not overwritten', async () => {
  const { id, set } = await app.run((ctx) => buildSurvey(ctx));
  for (const at of [
    `/api/statement-sets/${set.id}/statements/got-help/texts/en`,
    `/api/survey-versions/${id}/texts/thanks/sv`,
  ]) {
    const [anna, bo] = await two('experience-team', at);
    const wording = (text: string) => ({ text, official: false });
    const stored = await anna!({ ...wording('Annas'), before: null });
    const before = stored.status === 409 ? stored.body.current : null;
    if (before) expect((await anna!({ ...wording('Annas'), before })).status).toBe(204);
    expect(await bo!({ ...wording('Bos'), before })).toMatchObject({
      status: 409,
      body: { type: CLASH, current: { text: 'Annas' } },
    });
    expect((await bo!({ ...wording('Bos'), before: wording('Annas') })).status).toBe(204);
  }
});
