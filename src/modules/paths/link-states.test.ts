import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestContext } from '#tests/support/database.ts';
import { buildTexts } from '#tests/support/path-builders.ts';
import type { LinkChecker, LinkState, PathLinks } from './contract.ts';
import { takeAsChecked } from './link-store.ts';
import { type Rig, startRig } from './rig-for-tests.ts';

const AT = '/api/paths/link-checker';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const linksOf = async (path: string): Promise<PathLinks> =>
  (await rig.send<PathLinks>(rig.people.editor, 'GET', `/api/paths/${path}/links`)).body;

/** A draft that leads to an address, from the text of its phase. */
async function leadingTo(address: string): Promise<string> {
  const path = await rig.path();
  const actor = { kind: 'account' as const, id: rig.people.editor.account, roles: [] };
  await rig.app.run((ctx) =>
    buildTexts(
      { ...ctx, actor } as unknown as TestContext,
      path,
      'tulen-vastaanotolle',
      'text',
      `Katso [ohje](${address}).`,
    ),
  );
  return path;
}

test('after how many days a link must be looked at again is a setting, within limits', async () => {
  const { publisher, editor } = rig.people;
  const path = await leadingTo('https://a.example.fi/c');
  expect((await linksOf(path)).checker.validDays).toBe(7);
  for (const validDays of [0, 1, 61, 2.5, '7', null])
    expect((await rig.send(publisher, 'PUT', AT, { validDays })).status).toBe(422);
  expect((await rig.send(editor, 'PUT', AT, { validDays: 60 })).status).toBe(403);
  expect((await rig.send(publisher, 'PUT', AT, { validDays: 14 })).status).toBeLessThan(300);
  const { body } = await rig.send<LinkChecker>(publisher, 'GET', AT);
  expect(body.validDays).toBe(14);
  expect((await linksOf(path)).checker.validDays).toBe(14);
});

test('the states of all that is published are those of each path, however many there are', async () => {
  const { editor, publisher, reviewer } = rig.people;
  const paths = [
    await leadingTo('https://a.example.fi/d'),
    await leadingTo('https://a.example.fi/e'),
  ];
  const waiting = await leadingTo('https://a.example.fi/f');
  for (const path of paths) {
    const { links } = await linksOf(path);
    await rig.app.run((ctx) =>
      takeAsChecked(
        ctx,
        links.map(({ address }) => address),
      ),
    );
    await rig.approve(reviewer, path);
    expect((await rig.publish(publisher, path)).status).toBe(200);
  }
  const { body } = await rig.send<{ links: (LinkState & { path: string })[] }>(
    editor,
    'GET',
    '/api/paths/link-states',
  );
  for (const path of paths) {
    const states = body.links.flatMap(({ path: of, ...state }) => (of === path ? [state] : []));
    expect(states).toEqual((await linksOf(path)).links);
    expect(states).toMatchObject([{ outcome: 'ok', places: [{}, {}, {}] }]);
  }
  expect(body.links.filter(({ path }) => path === waiting)).toEqual([]);
});
