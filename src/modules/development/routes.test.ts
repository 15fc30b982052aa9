import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { Action } from './contract.ts';

let app: TestProcess;
let unit: string;
let writer: string;
let publisher: string;

beforeAll(async () => {
  app = await startProcess();
  unit = await app.addUnit();
  ({ cookie: writer } = await app.signIn('supervisor', unit));
  ({ cookie: publisher } = await app.signIn('publisher'));
});
afterAll(() => app.stop());

const form = {
  title: 'Soitamme tuloksesta',
  reason: 'Moni odotti.',
  owner: 'Hoitaja',
  due: '2027-01-31',
};
const half = { youSaid: 'Odotitte.', weDid: 'Soitamme.' };
const texts = { fi: half, sv: half, en: half };

interface Sent {
  status: number;
  body: Action;
}

async function send(
  method: string,
  address: string,
  json: unknown,
  cookie = writer,
): Promise<Sent> {
  const headers = { 'polku-purpose': 'discussion' };
  const response = await app.ask(address, { method, cookie, json, headers });
  return {
    status: response.status,
    body: (response.status === 204 ? undefined : await response.json()) as Action,
  };
}

async function begin(): Promise<Action> {
  const { status, body } = await send('POST', `/api/nodes/${unit}/actions`, form);
  expect(status).toBe(201);
  return (await send('POST', `/api/actions/${body.id}/status`, { status: 'done', revision: 1 }))
    .body;
}

test('a meeting, an action of it, a reply and its publication, as the screens ask for them', async () => {
  const discussion = newId();
  const held = { periodFrom: '2026-10-01', periodTo: '2026-10-31', agreed: 'Soitamme tuloksesta.' };
  expect((await send('PUT', `/api/nodes/${unit}/discussions/${discussion}`, held)).status).toBe(
    204,
  );
  const { body: list } = await send('GET', `/api/nodes/${unit}/discussions`, undefined);
  expect(list).toMatchObject({ discussions: [{ id: discussion, agreed: held.agreed }] });
  const { body: action } = await send('POST', `/api/nodes/${unit}/actions`, {
    ...form,
    discussion,
  });
  const { body: begun } = await send('POST', `/api/actions/${action.id}/status`, {
    status: 'in-progress',
    revision: action.revision,
  });
  expect(begun.next).toEqual(['done', 'rejected']);
  const { body: written } = await send('PUT', `/api/actions/${action.id}/reply`, {
    texts,
    send: true,
    revision: 0,
  });
  expect(written.reply).toMatchObject({ state: 'waiting', hindrances: ['own-text'] });
  const { body: published } = await send(
    'POST',
    `/api/actions/${action.id}/reply/publication`,
    { revision: written.reply!.revision },
    publisher,
  );
  expect(published).toMatchObject({
    reply: { state: 'published' },
    may: { change: false, publishReply: true },
  });
  const { body: withdrawn } = await send(
    'DELETE',
    `/api/actions/${action.id}/reply/publication`,
    undefined,
    publisher,
  );
  expect(withdrawn.reply?.state).toBe('withdrawn');
});
test('the guide of a unit without answers still carries a meeting', async () => {
  const { status, body } = await send('GET', `/api/nodes/${unit}/discussion-guide`, undefined);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    well: { state: 'few' },
    told: [],
    differs: { state: 'few' },
    questions: [{ code: 'hear-more' }, { code: 'notice' }, { code: 'one-thing' }],
  });
});
test('what was typed wrong comes back field by field', async () => {
  const { status, body } = await send('POST', `/api/nodes/${unit}/actions`, {
    title: ' ',
    reason: 'Syy',
    owner: 'Hoitaja',
    due: '0000-01-01',
  });
  expect([status, body]).toMatchObject([
    422,
    {
      errors: [
        { pointer: '/title', code: 'missing' },
        { pointer: '/due', code: 'date-out-of-range' },
      ],
    },
  ]);
  const action = await begin();
  const long = { ...texts, sv: { youSaid: 'a'.repeat(601), weDid: '' } };
  const reply = await send('PUT', `/api/actions/${action.id}/reply`, { texts: long, revision: 0 });
  expect(reply.body).toMatchObject({
    errors: [
      { pointer: '/texts/sv/youSaid', code: 'too-big-text' },
      { pointer: '/texts/sv/weDid', code: 'missing' },
    ],
  });
});
test('a clash is a conflict with words of its own', async () => {
  const action = await begin();
  const { status, body } = await send('PUT', `/api/actions/${action.id}`, {
    ...form,
    title: 'Muu',
    revision: 1,
  });
  expect([status, body]).toMatchObject([409, { type: '/problems/action-changed' }]);
});
test('a publisher neither writes actions nor reads the feedback behind them; a writer does not publish', async () => {
  const action = await begin();
  expect((await send('POST', `/api/nodes/${unit}/actions`, form, publisher)).status).toBe(403);
  expect(
    (await send('GET', `/api/actions/${action.id}/sources`, undefined, publisher)).status,
  ).toBe(403);
  expect(
    (await send('GET', `/api/nodes/${unit}/discussion-guide`, undefined, publisher)).status,
  ).toBe(403);
  await send('PUT', `/api/actions/${action.id}/reply`, { texts, send: true, revision: 0 });
  expect(
    (await send('POST', `/api/actions/${action.id}/reply/publication`, { revision: 3 })).status,
  ).toBe(403);
});
test('a role on a sibling unit reaches nothing here', async () => {
  const action = await begin();
  const { cookie } = await app.signIn('supervisor', await app.addUnit());
  expect((await send('GET', `/api/actions/${action.id}`, undefined, cookie)).status).toBe(403);
  expect((await send('GET', `/api/nodes/${unit}/actions`, undefined, cookie)).status).toBe(403);
});
test('each reading of people’s words is written into the audit log', async () => {
  const action = await begin();
  await send('GET', `/api/nodes/${unit}/discussion-guide`, undefined);
  await send('GET', `/api/actions/${action.id}/sources`, undefined);
  const rows = await app.run((ctx) =>
    ctx.db
      .selectFrom('audit_entry')
      .select(['action', 'node_id'])
      .where('county_id', '=', ctx.county)
      .where('action', 'in', ['development.readGuide', 'development.readSources'])
      .execute(),
  );
  expect(rows).toContainEqual({ action: 'development.readGuide', node_id: unit });
  expect(rows).toContainEqual({ action: 'development.readSources', node_id: unit });
});
test('whoever writes while it is published, nobody’s own text comes before the public', async () => {
  // This account holds both roles: only the rule of two people stands between it and its own text.
  const { cookie: both, account } = await app.signIn('publisher');
  await app.run((ctx) =>
    ctx.db
      .insertInto('account_role')
      .values({
        county_id: ctx.county,
        id: newId(),
        account_id: account,
        node_id: app.root,
        role: 'supervisor',
      })
      .execute(),
  );
  for (let round = 0; round < 8; round += 1) {
    const action = await begin();
    const { body: written } = await send('PUT', `/api/actions/${action.id}/reply`, {
      texts,
      send: true,
      revision: 0,
    });
    const revision = written.reply!.revision;
    const own = { ...texts, fi: { ...half, weDid: `Oma ${round}` } };
    const [wrote, gone] = await Promise.all([
      send('PUT', `/api/actions/${action.id}/reply`, { texts: own, send: true, revision }, both),
      send('POST', `/api/actions/${action.id}/reply/publication`, { revision }, both),
    ]);
    const { body: after } = await send('GET', `/api/actions/${action.id}`, undefined);
    const isOwn = after.reply?.texts.fi?.weDid === own.fi.weDid;
    expect([wrote.status, gone.status].filter((status) => status === 200)).toHaveLength(1);
    expect(isOwn && after.reply?.state === 'published').toBe(false);
  }
});
test('a form that is sent twice at once makes one action', async () => {
  const id = newId();
  const both = await Promise.all(
    [1, 2].map(() => send('POST', `/api/nodes/${unit}/actions`, { ...form, id })),
  );
  expect(both.map(({ status, body }) => [status, body.id, body.history.length])).toEqual([
    [201, id, 1],
    [201, id, 1],
  ]);
});
