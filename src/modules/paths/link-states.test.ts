import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LinkChecker, PathLinks } from './contract.ts';
import { type Rig, startRig } from './rig-for-tests.ts';

const AT = '/api/paths/link-checker';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const linksOf = async (path: string): Promise<PathLinks> =>
  (await rig.send<PathLinks>(rig.people.editor, 'GET', `/api/paths/${path}/links`)).body;

async function published(address: string): Promise<string> {
  const path = await rig.path();
  await rig.edit(
    rig.people.editor,
    path,
    `Katso [ohje](${address}) ja [toinen](https://a.example.fi/b).`,
  );
  await rig.send(rig.people.editor, 'POST', `/api/paths/${path}/links/check`);
  return path;
}

test('after how many days a link must be looked at again is a setting, within limits', async () => {
  const { publisher, editor } = rig.people;
  const path = await published('https://a.example.fi/c');
  expect((await linksOf(path)).checker.validDays).toBe(7);
  for (const validDays of [0, 1, 61, 2.5, '7', null])
    expect((await rig.send(publisher, 'PUT', AT, { validDays })).status).toBe(422);
  expect((await rig.send(editor, 'PUT', AT, { validDays: 60 })).status).toBe(403);
  expect((await rig.send(publisher, 'PUT', AT, { validDays: 14 })).status).toBeLessThan(300);
  const { body } = await rig.send<LinkChecker>(publisher, 'GET', AT);
  expect(body.validDays).toBe(14);
  expect((await linksOf(path)).checker.validDays).toBe(14);
});
