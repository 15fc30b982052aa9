import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PathTask } from './contract.ts';
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

test('rule 3: an emergency needs a reason, is told on the path, and waits for its review', async () => {
  const { reviewer, publisher, editor } = rig.people;
  const path = await rig.path();
  const at = `/api/paths/${path}/emergency-publication`;
  expect(codes(await rig.send(publisher, 'POST', at, { reason: ' ' }))).toEqual(['missing']);
  expect((await rig.send(editor, 'POST', at, { reason: 'Kiire' })).status).toBe(403);
  expect((await rig.send(reviewer, 'POST', at, { reason: 'Kiire' })).status).toBe(403);
  const reason = 'Sivulla on väärä puhelinnumero.';
  expect((await rig.send(publisher, 'POST', at, { reason })).status).toBe(200);
  expect((await rig.reviews(path)).notices).toMatchObject([
    { kind: 'emergency', text: reason, by: 'publisher' },
  ]);
  expect(await tasksOf(path)).toEqual(['emergency']);
  // Its own writer does not close it, somebody else does.
  expect(await rig.approve(editor, path)).toMatchObject(isRefused('reviewer-edited'));
  expect((await rig.approve(reviewer, path)).status).toBe(204);
  expect((await rig.reviews(path)).notices).toEqual([]);
  expect(await tasksOf(path)).toEqual([]);
});

test('rule 3: an emergency publishes nothing that lacks more than its review', async () => {
  const { editor, publisher } = rig.people;
  const path = await rig.path();
  await rig.send(editor, 'DELETE', `/api/paths/${path}/elements/varaa-aika`);
  await rig.send(editor, 'PUT', `/api/paths/${path}/clinical`, { clinical: true });
  const at = `/api/paths/${path}/emergency-publication`;
  expect(codes(await rig.send(publisher, 'POST', at, { reason: 'Kiire' }))).toEqual([
    'urgency-missing',
  ]);
  expect((await rig.reviews(path)).notices).toEqual([]);
});

test('a review that was asked for is listed until it is given, and one that was sent back after it', async () => {
  const { editor, reviewer, clinician } = rig.people;
  const path = await rig.path();
  await rig.send(editor, 'POST', `/api/paths/${path}/reviews/requests`, { text: 'Uusi polku.' });
  await rig.send(editor, 'POST', `/api/paths/${path}/reviews/requests`, { kind: 'clinical' });
  expect(await tasksOf(path)).toEqual(['clinical-review-asked', 'review-asked']);
  await rig.approveCare(clinician, path);
  await rig.approve(reviewer, path, { verdict: 'rejection', text: 'Kesken.' });
  expect(await tasksOf(path)).toEqual(['sent-back']);
});

test('what has all its approvals is listed until it is published, given a time or edited', async () => {
  const { editor, reviewer, publisher } = rig.people;
  const path = await rig.path();
  await rig.approve(reviewer, path);
  expect(await tasksOf(path)).toEqual(['approved']);
  await rig.edit(editor, path);
  expect(await tasksOf(path)).toEqual([]);
  await rig.approve(reviewer, path);
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await rig.send(publisher, 'PUT', `/api/paths/${path}/schedule`, { at });
  expect(await tasksOf(path)).toEqual([]);
  await rig.send(publisher, 'DELETE', `/api/paths/${path}/schedule`);
  expect(await tasksOf(path)).toEqual(['approved']);
  await rig.publish(publisher, path);
  expect(await tasksOf(path)).toEqual([]);
});

async function tasksOf(path: string): Promise<string[]> {
  const { body } = await rig.send<{ tasks: PathTask[] }>(
    rig.people.editor,
    'GET',
    '/api/path-tasks',
  );
  return body.tasks.filter((task) => task.path === path).map(({ kind }) => kind);
}
