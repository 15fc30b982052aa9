import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type Rig, startRig } from './rig-for-tests.ts';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  await rig.app.parts.live.start();
});
afterAll(() => rig.stop());

/** What a person with the path open is told, until something that fits comes; the stream is left then. */
async function told(who: Person, path: string, fits: RegExp, cause: () => Promise<unknown>) {
  const leaving = new AbortController();
  const response = await rig.app.ask(`/api/paths/${path}/events`, {
    cookie: who.cookie,
    signal: leaving.signal,
  });
  expect(response.status).toBe(200);
  await cause();
  let heard = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    heard += piece;
    if (fits.test(heard)) break;
  }
  leaving.abort();
  return heard;
}

const place = { anchor: 'varaa-aika', field: 'text', variant: 'fi' };

test('others are told at once that something was stored, of this path only', async () => {
  const { editor, reviewer } = rig.people;
  const [path, another] = [await rig.path(), await rig.path()];
  const heard = await told(reviewer, path, /changed/, async () => {
    await rig.edit(editor, another);
    await rig.edit(editor, path);
  });
  expect(heard.match(/event: changed/g)).toHaveLength(1);
});

test('others are told who writes where, the writer is not, and nothing of it is stored', async () => {
  const { editor, other } = rig.people;
  const path = await rig.path();
  const say = (who: Person, json: object) =>
    rig.send(who, 'POST', `/api/paths/${path}/writer`, json);
  const heard = await told(other, path, /"place":null/, async () => {
    await say(other, { place });
    await say(editor, { place });
    await say(editor, { place: null });
  });
  expect(heard).not.toContain(other.account);
  expect(heard).toContain(
    `event: writing\ndata: ${JSON.stringify({ account: editor.account, name: 'editor', place: 'varaa-aika/text/fi' })}`,
  );
  const entries = await rig.app.run((ctx) =>
    ctx.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', '=', 'paths.sayWhereOneWrites')
      .execute(),
  );
  expect(entries).toEqual([]);
});

test('only who may read the path hears of it, and only who may write says so', async () => {
  const path = await rig.path();
  const stranger = await rig.app.signIn('collector');
  expect((await rig.send(stranger, 'GET', `/api/paths/${path}/events`)).status).toBe(403);
  const { reviewer } = rig.people;
  expect((await rig.send(reviewer, 'POST', `/api/paths/${path}/writer`, { place })).status).toBe(
    403,
  );
});
