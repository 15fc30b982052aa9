import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draft } from './contract.ts';
import { type Problem, type Rig, type Sent, startRig } from './rig-for-tests.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const codes = ({ body }: Sent<Problem>): string[] => (body.errors ?? []).map(({ code }) => code);
const isRefused = (code: string) => ({
  status: 403,
  body: expect.objectContaining({ type: `/problems/${code}` }),
});

test('rule 3: nothing is published before somebody else has reviewed it', async () => {
  const { reviewer, publisher } = rig.people;
  const path = await rig.path();
  const refused = await rig.publish(publisher, path);
  expect(refused.status).toBe(422);
  expect(codes(refused)).toEqual(['review-missing']);
  expect(refused.body.errors![0]!.pointer).toBe('/polku/review-content');
  expect((await rig.approve(reviewer, path)).status).toBe(204);
  expect(await rig.publish(publisher, path)).toMatchObject({ status: 200, body: { number: 1 } });
});

test('rule 3: nobody approves what they have edited, whatever their roles', async () => {
  const path = await rig.path();
  const both = await rig.person('editor', 'reviewer', 'publisher');
  await rig.edit(both, path);
  expect(await rig.approve(both, path)).toMatchObject(isRefused('reviewer-edited'));
  expect(await rig.approve(rig.people.editor, path)).toMatchObject(isRefused('reviewer-edited'));
  expect(codes(await rig.publish(both, path))).toEqual(['review-missing']);
  // Another editor, who wrote nothing of it, may; and then the first two have edited nothing since.
  expect((await rig.approve(rig.people.other, path)).status).toBe(204);
  expect((await rig.publish(both, path)).status).toBe(200);
  await rig.edit(rig.people.other, path);
  expect(await rig.approve(rig.people.other, path)).toMatchObject(isRefused('reviewer-edited'));
  expect((await rig.approve(both, path)).status).toBe(204);
});

test('rule 3: an editor does not approve what another has just approved, to stand as its reviewer', async () => {
  const path = await rig.path();
  expect((await rig.approve(rig.people.reviewer, path)).status).toBe(204);
  expect(await rig.approve(rig.people.editor, path)).toMatchObject(isRefused('reviewer-edited'));
  expect((await rig.publish(rig.people.publisher, path)).status).toBe(200);
});

const EDITS: [string, (path: string, draft: Draft) => [string, string, unknown]][] = [
  [
    'a text',
    (path) => [
      'PUT',
      `/api/paths/${path}/texts`,
      { anchor: 'polku', field: 'note', language: 'fi', text: 'Uusi', expectedRevision: null },
    ],
  ],
  [
    'a confirmed translation',
    (path) => [
      'POST',
      `/api/paths/${path}/texts/confirmation`,
      { anchor: 'polku', field: 'title', language: 'sv' },
    ],
  ],
  [
    'a new element',
    (path) => [
      'POST',
      `/api/paths/${path}/elements`,
      { parent: 'polku', kind: 'phase', title: 'Uusi vaihe' },
    ],
  ],
  ['a removed element', (path) => ['DELETE', `/api/paths/${path}/elements/varaa-aika`, undefined]],
  [
    'another order',
    (path) => ['PUT', `/api/paths/${path}/elements/varaa-aika/position`, { position: 0 }],
  ],
  [
    'properties',
    (path) => ['PUT', `/api/paths/${path}/elements/varaa-aika/properties`, { logic: 'and' }],
  ],
  [
    'an address',
    (path, { slugs }) => [
      'PUT',
      `/api/paths/${path}/slugs/fi`,
      { slug: `uusi-${path}`, before: slugs.fi },
    ],
  ],
  ['the units', (path) => ['PUT', `/api/paths/${path}/units`, { units: [], before: [] }]],
  [
    'the settings',
    (path) => [
      'PUT',
      `/api/paths/${path}/settings`,
      { pathKind: 'patient', before: { pathKind: 'customer' } },
    ],
  ],
  [
    'whether it is about care',
    (path) => ['PUT', `/api/paths/${path}/clinical`, { clinical: false }],
  ],
];

test.each(EDITS)('rule 3: any edit voids the approval: %s', async (_, editOf) => {
  const { editor, reviewer, publisher } = rig.people;
  const path = await rig.path();
  await rig.approve(reviewer, path);
  const draft = await rig.draft(path);
  const { status } = await rig.send(editor, ...editOf(path, draft));
  expect(status).toBeLessThan(300);
  expect((await rig.draft(path)).revision).toBe(draft.revision + 1);
  expect((await rig.reviews(path)).kinds[0]).toMatchObject({ kind: 'content', state: 'outdated' });
  expect(codes(await rig.publish(publisher, path))).toContain('review-outdated');
});

test('rule 3: what was changed after the reviewer had read it is not approved', async () => {
  const { editor, reviewer } = rig.people;
  const path = await rig.path();
  const { revision } = await rig.draft(path);
  await rig.edit(editor, path);
  const changed = { status: 409, body: { type: '/problems/path-changed' } };
  expect(await rig.approve(reviewer, path, { revision })).toMatchObject(changed);
  expect(await rig.approve(reviewer, path, { revision: revision + 9 })).toMatchObject(changed);
  expect((await rig.reviews(path)).kinds[0]!.state).toBe('missing');
});

test('rule 3: a draft that was thrown away takes its approval with it, and its writers', async () => {
  const { editor, other, reviewer, publisher } = rig.people;
  const path = await rig.path();
  await rig.approve(reviewer, path);
  await rig.publish(publisher, path);
  await rig.edit(other, path);
  await rig.approve(reviewer, path);
  expect((await rig.send(editor, 'DELETE', `/api/paths/${path}/draft`)).status).toBe(204);
  await rig.edit(editor, path);
  expect(codes(await rig.publish(publisher, path))).toEqual(['review-missing']);
  expect((await rig.approve(other, path)).status).toBe(204);
  expect((await rig.reviews(path)).entries.map(({ number }) => number)).toEqual([1, null, 2]);
});

test('rule 3: a reviewer who sends it back keeps it from being published until one of them approves', async () => {
  const { reviewer, publisher, editor } = rig.people;
  const path = await rig.path();
  const back = { verdict: 'rejection', text: 'Puhelinaika puuttuu.' };
  expect((await rig.approve(reviewer, path, { verdict: 'rejection' })).status).toBe(422);
  expect((await rig.approve(reviewer, path, back)).status).toBe(204);
  expect(codes(await rig.publish(publisher, path))).toEqual(['review-rejected']);
  await rig.edit(editor, path);
  await rig.approve(reviewer, path, { ...back, kind: 'legal' });
  await rig.approve(reviewer, path);
  expect(codes(await rig.publish(publisher, path))).toEqual(['review-rejected']);
  await rig.approve(reviewer, path, { kind: 'legal' });
  expect((await rig.publish(publisher, path)).status).toBe(200);
});

test('rule 3: a person approves, never another system by its token', async () => {
  const path = await rig.path();
  const { token } = await rig.app.addToken('publisher');
  const { number, revision } = await rig.draft(path);
  const json = { number, revision, verdict: 'approval' };
  const at = `/api/paths/${path}/reviews/verdicts`;
  expect((await rig.app.ask(at, { method: 'POST', token, json })).status).toBe(403);
});

test('rule 3: what the API would not have let in does not publish either', async () => {
  const { editor, publisher } = rig.people;
  const path = await rig.path();
  await rig.app.run((ctx) =>
    sql`insert into path_review (county_id, id, path_id, version_id, revision, kind, what, account_id, at)
      select county_id, gen_random_uuid(), path_id, id, revision, 'content', 'approval', ${editor.account}, now()
      from path_version where county_id = ${ctx.county} and path_id = ${path}`.execute(ctx.db),
  );
  expect(codes(await rig.publish(publisher, path))).toEqual(['reviewer-edited']);
});

test.each([
  'update path_review set revision = 999',
  'delete from path_review',
  'truncate path_review',
  'update path_notice set text = text',
  'delete from path_notice',
])('rule 3: reviews are append-only for the program itself: %s', async (statement) => {
  const path = await rig.path();
  await rig.approve(rig.people.reviewer, path);
  await rig.send(rig.people.publisher, 'POST', `/api/paths/${path}/emergency-publication`, {
    reason: 'Syy',
  });
  const attempt = rig.app.run((ctx) => sql.raw(statement).execute(ctx.db));
  await expect(attempt).rejects.toThrow(/append-only|permission denied|must be owner/);
});

test('rule 3: reviews survive publishing and the thread stays with its answers', async () => {
  const { editor, reviewer, publisher } = rig.people;
  const path = await rig.path();
  const at = `/api/paths/${path}/reviews`;
  const spot = { anchor: 'varaa-aika', field: 'text', variant: 'fi', text: 'Mihin numeroon?' };
  const { body } = await rig.send<{ id: string }>(reviewer, 'POST', `${at}/comments`, spot);
  const answer = { text: 'Lisätty.', resolves: true };
  expect((await rig.send(editor, 'POST', `${at}/comments/${body.id}/answers`, answer)).status).toBe(
    204,
  );
  await rig.approve(reviewer, path);
  await rig.publish(publisher, path);
  const { entries, status } = await rig.reviews(path);
  expect(status).toBe('published');
  expect(entries).toMatchObject([
    { what: 'comment', ...spot, by: 'reviewer' },
    { what: 'resolution', answers: body.id, by: 'editor' },
    { what: 'approval', number: 1 },
  ]);
  const lost = { ...spot, anchor: 'ei-ole' };
  expect((await rig.send(reviewer, 'POST', `${at}/comments`, lost)).status).toBe(404);
  const coded = { ...spot, text: 'Soita 131052-308T' };
  expect(codes(await rig.send(reviewer, 'POST', `${at}/comments`, coded))).toEqual([
    'identity-code',
  ]);
});

test('rule 4: a path about care needs a clinical review besides, and what to do when it is urgent', async () => {
  const { editor, reviewer, clinician, publisher } = rig.people;
  const path = await rig.path();
  await rig.send(editor, 'PUT', `/api/paths/${path}/clinical`, { clinical: true });
  await rig.approve(reviewer, path);
  expect(codes(await rig.publish(publisher, path))).toEqual([
    'urgency-missing',
    'clinical-review-missing',
  ]);
  await addUrgency(path);
  await rig.approve(reviewer, path);
  expect(codes(await rig.publish(publisher, path))).toEqual(['clinical-review-missing']);
  expect((await rig.approveCare(reviewer, path)).status).toBe(403);
  expect((await rig.approve(reviewer, path, { kind: 'clinical' })).status).toBe(422);
  expect((await rig.approve(clinician, path)).status).toBe(403);
  expect((await rig.approveCare(clinician, path)).status).toBe(204);
  expect((await rig.publish(publisher, path)).status).toBe(200);
});

test('rule 4: a clinical reviewer who has edited does not approve the care', async () => {
  const path = await rig.path();
  const both = await rig.person('clinical-reviewer', 'editor');
  await rig.edit(both, path);
  expect(await rig.approveCare(both, path)).toMatchObject(isRefused('reviewer-edited'));
});

async function addUrgency(path: string): Promise<void> {
  const { editor } = rig.people;
  const form = { parent: 'polku', kind: 'urgency-notice', title: 'Kova kipu' };
  await rig.send(editor, 'POST', `/api/paths/${path}/elements`, form);
  const texts = [
    ['title', 'sv'],
    ['title', 'en'],
    ['text', 'fi'],
    ['text', 'sv'],
    ['text', 'en'],
  ];
  for (const [field, language] of texts)
    await rig.send(editor, 'PUT', `/api/paths/${path}/texts`, {
      anchor: 'kova-kipu',
      field,
      language,
      text: 'Soita 116117',
      expectedRevision: null,
    });
}
