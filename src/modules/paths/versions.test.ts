import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draft, PathDifference, PathVersion } from './contract.ts';
import { type Person, type Problem, type Rig, type Sent, startRig } from './rig-for-tests.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const codes = ({ body }: Sent<Problem>): string[] => (body.errors ?? []).map(({ code }) => code);

const restore = (who: Person, path: string, number: number) =>
  rig.send<{ number: number }>(who, 'POST', `/api/paths/${path}/versions/${number}/restoration`);

const contentOf = ({ elements }: Draft) =>
  elements.map(({ anchor, parent, properties, texts }) => ({ anchor, parent, properties, texts }));

async function published(): Promise<string> {
  const path = await rig.path();
  await rig.approve(rig.people.reviewer, path);
  await rig.publish(rig.people.publisher, path);
  return path;
}

test('restoring puts the draft aside as a snapshot and brings back every text, order and anchor', async () => {
  const { editor } = rig.people;
  const path = await published();
  const first = await rig.draft(path);
  await rig.send(editor, 'DELETE', `/api/paths/${path}/elements/varaa-aika`);
  await rig.edit(editor, path, 'aivan muuta');
  const second = await rig.draft(path);
  expect(await restore(editor, path, 1)).toMatchObject({ status: 200, body: { number: 3 } });
  expect(contentOf(await rig.draft(path))).toEqual(contentOf(first));
  const list = await rig.send<{ versions: PathVersion[] }>(
    editor,
    'GET',
    `/api/paths/${path}/versions`,
  );
  expect(list.body.versions.map(({ number, status }) => [number, status])).toEqual([
    [3, 'draft'],
    [2, 'snapshot'],
    [1, 'published'],
  ]);
  // The snapshot can be brought back in its turn.
  expect((await restore(editor, path, 2)).status).toBe(200);
  expect(contentOf(await rig.draft(path))).toEqual(contentOf(second));
  expect((await restore(editor, path, 99)).status).toBe(404);
  expect((await restore(editor, path, 4)).status).toBe(409);
});

test('rule 3: no approval survives a restore', async () => {
  const { editor, reviewer, publisher } = rig.people;
  const path = await published();
  await rig.edit(editor, path);
  await rig.approve(reviewer, path);
  await restore(editor, path, 1);
  expect((await rig.reviews(path)).kinds[0]!.state).toBe('missing');
  expect(codes(await rig.publish(publisher, path))).toEqual(['review-missing']);
  // Nor does one of the snapshot come back with it.
  await restore(editor, path, 2);
  expect(codes(await rig.publish(publisher, path))).toEqual(['review-missing']);
});

test('rule 3: who wrote what is restored counts as its writer, although somebody else restored it', async () => {
  const { editor, other, reviewer } = rig.people;
  const path = await published();
  await rig.edit(editor, path);
  await restore(other, path, 1);
  expect((await rig.approve(reviewer, path)).status).toBe(204);
  await restore(other, path, 2);
  expect(await rig.approve(editor, path)).toMatchObject({ status: 403 });
  expect((await rig.approve(reviewer, path)).status).toBe(204);
});

test('a snapshot is as immutable as what was published', async () => {
  const { editor } = rig.people;
  const path = await published();
  await rig.edit(editor, path);
  await restore(editor, path, 1);
  const change = (table: string, set: object) =>
    rig.app.run((ctx) =>
      ctx.db
        .updateTable(table)
        .set(set)
        .where('county_id', '=', ctx.county)
        .where(
          table === 'path_version' ? 'status' : 'field',
          '=',
          table === 'path_version' ? 'snapshot' : 'searchWords',
        )
        .execute(),
    );
  await expect(change('path_version', { status: 'draft' })).rejects.toThrow(/never changed/);
  await expect(change('path_version', { revision: 1 })).rejects.toThrow(/never changed/);
  await expect(change('path_text', { text: 'x' })).rejects.toThrow(/never changed/);
});

test('two versions are compared part by part and word by word', async () => {
  const { editor } = rig.people;
  const path = await published();
  const at = `/api/paths/${path}`;
  await rig.send(editor, 'POST', `${at}/elements`, {
    parent: 'polku',
    kind: 'phase',
    title: 'Saan tuloksen',
  });
  await rig.send(editor, 'PUT', `${at}/elements/saan-tuloksen/position`, { position: 0 });
  const { elements } = await rig.draft(path);
  const step = elements.find(({ anchor }) => anchor === 'varaa-aika')!;
  await rig.send(editor, 'PUT', `${at}/texts`, {
    anchor: 'varaa-aika',
    field: 'text',
    language: 'fi',
    text: 'Soita rauhassa ja varaa aika.',
    expectedRevision: step.texts['text']!.fi!.revision,
  });
  await rig.send(editor, 'PUT', `${at}/elements/varaa-aika/properties`, { logic: 'or' });
  const { body } = await rig.send<PathDifference>(editor, 'GET', `${at}/difference?from=1&to=2`);
  expect(body.changes).toMatchObject([
    { anchor: 'saan-tuloksen', change: 'added', moved: false },
    {
      anchor: 'varaa-aika',
      change: 'changed',
      moved: false,
      texts: [
        {
          field: 'text',
          variant: 'fi',
          pieces: [
            { kind: 'same', text: 'Soita ' },
            { kind: 'added', text: 'rauhassa ' },
            { kind: 'same', text: 'ja varaa aika.' },
            { kind: 'removed', text: ' fi' },
          ],
        },
      ],
      properties: [{ name: 'logic', before: 'next', after: 'or' }],
    },
  ]);
  const back = await rig.send<PathDifference>(editor, 'GET', `${at}/difference?from=2&to=1`);
  expect(back.body.changes.map(({ anchor, change }) => [anchor, change])).toEqual([
    ['saan-tuloksen', 'removed'],
    ['varaa-aika', 'changed'],
  ]);
  const all = await rig.send<PathDifference>(editor, 'GET', `${at}/difference?to=1`);
  expect(all.body.changes.every(({ change }) => change === 'added')).toBe(true);
});
