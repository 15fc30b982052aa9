import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Problem, type Rig, type Sent, startRig } from './rig-for-tests.ts';
import { publishDue } from './schedule-publication.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const HOUR = 3_600_000;
const later = (hours: number): Date => new Date(Date.now() + hours * HOUR);
const codes = ({ body }: Sent<Problem>): string[] => (body.errors ?? []).map(({ code }) => code);

const schedule = (path: string, change: object = {}, who: Person = rig.people.publisher) =>
  rig.send<Problem>(who, 'PUT', `/api/paths/${path}/schedule`, {
    at: later(1).toISOString(),
    changeNote: { fi: 'Uusi puhelinaika' },
    ...change,
  });

async function reviewed(): Promise<string> {
  const path = await rig.path();
  await rig.approve(rig.people.reviewer, path);
  return path;
}

const fire = (): Promise<void> => rig.at(later(2), publishDue);

test('a path is published at its time and not before, in the name of who set it, and only once', async () => {
  const path = await reviewed();
  expect((await schedule(path)).status).toBe(204);
  expect((await rig.reviews(path)).schedule).toMatchObject({ by: 'publisher', holds: true });
  await rig.at(new Date(), publishDue);
  expect((await rig.reviews(path)).status).toBe('draft');
  await Promise.all([fire(), fire()]);
  expect(await rig.reviews(path)).toMatchObject({
    status: 'published',
    schedule: null,
    notices: [],
  });
  const { body } = await rig.send(rig.people.editor, 'GET', `/api/paths/${path}/versions`);
  expect(body).toMatchObject({
    versions: [{ number: 1, publishedBy: 'publisher', changeNote: { fi: 'Uusi puhelinaika' } }],
  });
});

test('rule 3: only what is fit and reviewed gets a time', async () => {
  const path = await rig.path();
  expect(codes(await schedule(path))).toEqual(['review-missing']);
  await rig.approve(rig.people.reviewer, path);
  expect(codes(await schedule(path, { at: later(-1).toISOString() }))).toEqual(['time-passed']);
  expect(codes(await schedule(path, { at: later(9_000).toISOString() }))).toEqual([
    'date-out-of-range',
  ]);
  expect((await schedule(path, {}, rig.people.editor)).status).toBe(403);
  expect((await rig.reviews(path)).schedule).toBeNull();
});

test('rule 3: an edit after the time was set has it fail closed, and the path says why', async () => {
  const path = await reviewed();
  await schedule(path);
  await rig.edit(rig.people.editor, path);
  expect((await rig.reviews(path)).schedule).toMatchObject({ holds: false });
  await fire();
  expect(await rig.reviews(path)).toMatchObject({
    status: 'draft',
    published: null,
    schedule: null,
    notices: [{ kind: 'schedule-failed', by: 'publisher', faults: [{ code: 'review-outdated' }] }],
  });
  const tasks = await rig.send<{ tasks: object[] }>(rig.people.publisher, 'GET', '/api/path-tasks');
  expect(tasks.body.tasks).toContainEqual(
    expect.objectContaining({ path, kind: 'schedule-failed' }),
  );
  // A new approval alone publishes nothing: the time is gone.
  await rig.approve(rig.people.reviewer, path);
  await fire();
  expect((await rig.reviews(path)).status).toBe('draft');
  expect((await schedule(path)).status).toBe(204);
  expect((await rig.reviews(path)).notices).toEqual([]);
});

test('rule 3: a review that is taken back has the time fail closed, what was public stays', async () => {
  const path = await reviewed();
  await rig.publish(rig.people.publisher, path);
  await rig.edit(rig.people.editor, path);
  await rig.approve(rig.people.reviewer, path);
  await schedule(path);
  const back = { verdict: 'rejection', text: 'Ei vielä.' };
  await rig.approve(rig.people.reviewer, path, back);
  await fire();
  expect(await rig.reviews(path)).toMatchObject({
    status: 'draft',
    published: 1,
    notices: [{ faults: [{ code: 'review-rejected' }] }],
  });
});

test('rule 3: all other gates are looked at again too when the time has come', async () => {
  const path = await reviewed();
  await schedule(path);
  await rig.app.run((ctx) =>
    sql`update path_text set text = 'Soita 131052-308T' where county_id = ${ctx.county} and field = 'description' and variant = 'fi'
      and version_id in (select id from path_version where path_id = ${path})`.execute(ctx.db),
  );
  await fire();
  expect((await rig.reviews(path)).notices).toMatchObject([
    { faults: [{ code: 'identity-code' }] },
  ]);
});

test('rule 3: who may no longer publish when the time has come publishes nothing', async () => {
  const path = await reviewed();
  const leaver = await rig.person('publisher');
  await schedule(path, {}, leaver);
  await rig.app.run((ctx) =>
    sql`delete from account_role where account_id = ${leaver.account}`.execute(ctx.db),
  );
  await fire();
  expect((await rig.reviews(path)).notices).toMatchObject([
    { faults: [{ code: 'publisher-gone' }] },
  ]);
});

test('a time that was taken away publishes nothing, nor does one of a draft that was thrown away', async () => {
  const path = await reviewed();
  await schedule(path);
  const at = `/api/paths/${path}/schedule`;
  expect((await rig.send(rig.people.publisher, 'DELETE', at)).status).toBe(204);
  await fire();
  expect(await rig.reviews(path)).toMatchObject({ status: 'draft', schedule: null, notices: [] });
});

test('no route takes the time of publication, its approval or its publisher from a body', async () => {
  const path = await reviewed();
  const { editor, publisher, reviewer } = rig.people;
  const at = later(1).toISOString();
  const stolen = {
    publish_at: at,
    publishAt: at,
    status: 'published',
    published_by: editor.account,
  };
  const place = {
    anchor: 'polku',
    field: 'note',
    language: 'fi',
    text: 'X',
    expectedRevision: null,
  };
  const { number, revision } = await rig.draft(path);
  const tries: [Person, string, string, object][] = [
    [editor, 'PUT', `/api/paths/${path}/texts`, place],
    [editor, 'PUT', `/api/paths/${path}/clinical`, { clinical: false }],
    [editor, 'POST', `/api/paths/${path}/elements`, { parent: 'polku', kind: 'phase', title: 'X' }],
    [publisher, 'POST', `/api/paths/${path}/publication`, {}],
    [publisher, 'PUT', `/api/paths/${path}/schedule`, { at }],
    [
      reviewer,
      'POST',
      `/api/paths/${path}/reviews/verdicts`,
      { number, revision, verdict: 'approval', account: editor.account },
    ],
  ];
  for (const [who, method, address, body] of tries) {
    const sent = await rig.send<Problem>(who, method, address, { ...body, ...stolen });
    expect(sent.status, address).toBe(422);
    expect(codes(sent), address).toContain('unknown-field');
  }
  expect((await rig.reviews(path)).schedule).toBeNull();
});
