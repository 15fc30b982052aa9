import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addElement, publishDraft, takeAsChecked, writeText } from '#modules/paths';
import { newId } from '#platform/ids.ts';
import type { TestContext } from './support/database.ts';
import { buildFitPath, buildTexts, buildTitle, reviewDraft } from './support/path-builders.ts';
import { startProcess, type TestProcess } from './support/process.ts';
import type { Confirmation, NewAddress, Partner, SaidPart } from '#contract/partners';

const ADDRESS = 'https://mieli.example/tuki';
const WORDS = '<img src=x onerror=alert(1)> Numero on vaihtunut.';

let running: TestProcess;
let neighbour: TestProcess;
let editor: string;
let path: string;
let step: string;
let link: string;
let partner: string;

const inTest = <T>(work: (ctx: TestContext) => Promise<T>): Promise<T> =>
  running.run((given) => work({ ...given, root: running.root } as TestContext));

beforeAll(async () => {
  running = await startProcess();
  neighbour = await startProcess({ url: running.url });
  ({ cookie: editor } = await running.signIn('editor'));
  await inTest(async (ctx) => {
    ({ path, step } = await buildFitPath(ctx));
    link = await addLink(ctx, 'Kriisipuhelin');
  });
  await setLink(link, { expires: null });
  await publish();
  partner = (await json<{ id: string }>('POST', '/api/partners', { name: 'Mieli ry' })).id;
  await ask('PUT', `/api/paths/${path}/elements/${link}/partner`, { partner });
});
afterAll(async () => {
  await neighbour.stop();
  await running.stop();
});

async function addLink(ctx: TestContext, title: string): Promise<string> {
  await takeAsChecked(ctx, [ADDRESS]);
  const anchor = await addElement(ctx, path, { parent: step, kind: 'link', title });
  await buildTitle(ctx, path, anchor, title);
  await buildTexts(ctx, path, anchor, 'why', 'Puhu heti');
  return anchor;
}

const setLink = (anchor: string, more: object): Promise<Response> =>
  ask('PUT', `/api/paths/${path}/elements/${anchor}/properties`, {
    kind: 'link',
    url: { fi: ADDRESS },
    linkKind: 'crisis-help',
    sector: 'third',
    ...more,
  });

const publish = (): Promise<void> =>
  inTest(async (ctx) => {
    await reviewDraft(ctx, path);
    expect(await publishDraft(ctx, path)).toMatchObject({ kind: 'published' });
  });

/** Writes why the link is on the path, over whatever stands there. */
const write = (anchor: string, text: string): Promise<void> =>
  inTest(async (ctx) => {
    const form = { path, anchor, field: 'why', language: 'fi' as const, text };
    const first = await writeText(ctx, { ...form, expectedRevision: null });
    if (first.kind === 'clash')
      await writeText(ctx, { ...form, expectedRevision: first.current.revision });
  });

const ask = (method: string, address: string, body?: unknown): Promise<Response> =>
  running.ask(address, { method, cookie: editor, ...(body !== undefined && { json: body }) });

async function json<T>(method: string, address: string, body?: unknown): Promise<T> {
  const response = await ask(method, address, body);
  expect(response.ok, `${method} ${address}: ${response.status}`).toBe(true);
  return (await response.json()) as T;
}

const makeAddress = async (days = 30, of = partner): Promise<NewAddress & { token: string }> => {
  const made = await json<NewAddress>('POST', `/api/partners/${of}/addresses`, { days });
  return { ...made, token: made.address.split('/v/')[1]! };
};
const open = (token: string, at = running): Promise<Response> =>
  at.ask(`/api/confirmations/${token}`);
const shown = async (token: string): Promise<SaidPart[]> =>
  ((await (await open(token)).json()) as Confirmation).parts;
const answer = (token: string, answers: unknown, at = running): Promise<Response> =>
  at.ask(`/api/confirmations/${token}`, { method: 'POST', json: answers });
const right = ({ path, anchor, seen }: SaidPart) => ({ path, anchor, seen, verdict: 'right' });
const stateOf = async (anchor = link): Promise<string | undefined> => {
  const { partners } = await json<{ partners: Partner[] }>('GET', '/api/partners');
  return partners.flatMap(({ parts }) => parts).find((part) => part.anchor === anchor)?.state;
};
const answers = async (): Promise<number> => {
  const rows = await inTest((ctx) =>
    sql<{
      n: number;
    }>`select count(*)::int as n from partner_answer where county_id = ${ctx.county}`.execute(
      ctx.db,
    ),
  );
  return rows.rows[0]!.n;
};
const page = async (): Promise<string> => (await running.ask('/fi/polut/polku-fi')).text();

test('a partner is asked, reads what the public reads, confirms it, and any change of the words asks anew', async () => {
  expect(await stateOf()).toBe('not-asked');
  const { token, lastDay } = await makeAddress();
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(await stateOf()).toBe('asked');
  const [part] = await shown(token);
  expect(part).toMatchObject({
    pathTitle: { fi: 'Polku fi', sv: 'Polku sv' },
    within: [{ fi: 'Tulen vastaanotolle' }, { fi: 'Varaa aika' }],
    kind: 'link',
    linkKind: 'crisis-help',
    sector: 'third',
    urls: [{ language: 'fi', url: ADDRESS }],
    state: 'asked',
  });
  expect(part!.texts).toContainEqual({ field: 'why', variant: 'sv', text: 'Puhu heti sv' });
  // Opening uses nothing up, however often.
  for (const _ of Array(3)) expect((await open(token)).status).toBe(200);
  expect(await page()).not.toContain('Kumppani on vahvistanut');
  const sent = await answer(token, { role: 'Viestintä', answers: [right(part!)] });
  expect(await sent.json()).toEqual({ stored: 1, changed: [] });
  expect(await stateOf()).toBe('confirmed');
  expect(await page()).toContain('Kumppani on vahvistanut nämä tiedot');
  // A draft changes nothing of what was confirmed; what is published does.
  await write(link, 'Puhu tai kirjoita heti.');
  expect(await stateOf()).toBe('confirmed');
  await publish();
  expect(await stateOf()).toBe('changed-since');
  expect(await page()).not.toContain('Kumppani on vahvistanut');
  // The old answer, sent again, is of other words and is not taken.
  const replayed = await answer(token, { answers: [right(part!)] });
  expect(await replayed.json()).toEqual({ stored: 0, changed: [{ path, anchor: link }] });
  expect(await stateOf()).toBe('changed-since');
  expect(lastDay).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('the words back as they were are confirmed again; another address of the link is not', async () => {
  const { token } = await makeAddress();
  await write(link, 'Puhu heti fi');
  await publish();
  expect(await stateOf()).toBe('confirmed');
  await inTest((ctx) => takeAsChecked(ctx, ['https://muu.example/']));
  expect((await setLink(link, { url: { fi: 'https://muu.example/' } })).status).toBeLessThan(300);
  await publish();
  expect(await stateOf()).toBe('changed-since');
  const [part] = await shown(token);
  expect((await answer(token, { answers: [right(part!)] })).status).toBe(200);
  expect(await stateOf()).toBe('confirmed');
  // Until when a link is promised is nothing that the public reads.
  await setLink(link, { url: { fi: 'https://muu.example/' }, expires: '2030-01-01' });
  await publish();
  expect(await stateOf()).toBe('confirmed');
});

test('the same answer twice, one after another or at once, is one answer; another one replaces it', async () => {
  const { token } = await makeAddress();
  const [part] = await shown(token);
  const before = await answers();
  const wish = { ...right(part!), verdict: 'change', words: WORDS };
  await Promise.all([1, 2, 3].map(() => answer(token, { answers: [wish] })));
  expect(await answers()).toBe(before + 1);
  expect(await stateOf()).toBe('change-wanted');
  await answer(token, { answers: [right(part!)] });
  expect([await stateOf(), await answers()]).toEqual(['confirmed', before + 2]);
  await answer(token, { answers: [wish] });
  expect(await stateOf()).toBe('change-wanted');
});

test('own words are plain text wherever they are shown', async () => {
  const { token } = await makeAddress();
  for (const language of ['fi', 'sv', 'en']) {
    const html = await (await running.ask(`/v/${token}?l=${language}`)).text();
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  }
});

test('the form of the page works without script: answers are stored, faults keep what was typed', async () => {
  const { token } = await makeAddress();
  const [part] = await shown(token);
  const fields = { 'path-0': path, 'anchor-0': link, 'seen-0': part!.seen, role: 'Viestintä' };
  const send = (more: Record<string, string>, headers = {}): Promise<Response> =>
    running.ask(`/v/${token}?l=fi`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, ...more }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const bare = await send({ 'verdict-0': 'change', 'words-0': '  ' });
  expect([bare.status, await bare.text()]).toEqual([
    422,
    expect.stringContaining('Kertokaa, mitä pitää muuttaa'),
  ]);
  const nothing = await send({ 'verdict-0': 'later', 'words-0': 'Tämä säilyy.' });
  expect([nothing.status, await nothing.text()]).toEqual([
    422,
    expect.stringContaining('Tämä säilyy.'),
  ]);
  expect((await send({ 'verdict-0': 'right' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  );
  const old = await send({ 'seen-0': 'a'.repeat(64), 'verdict-0': 'right', 'words-0': '' });
  expect([old.status, await old.text()]).toEqual([
    409,
    expect.stringContaining('tiedot muuttuivat sillä aikaa'),
  ]);
  expect(await stateOf()).toBe('change-wanted');
  const done = await send({ 'verdict-0': 'right', 'words-0': '' });
  expect([done.status, done.headers.get('location')]).toEqual([303, `/v/${token}?l=fi&done=1`]);
  expect(done.headers.get('cache-control')).toBe('no-store');
  expect(await stateOf()).toBe('confirmed');
});

test('an address that is unknown, malformed, revoked, expired or another county’s is one and the same nothing', async () => {
  const revoked = await makeAddress();
  const at = `/api/partners/${partner}/addresses/${revoked.id}/revocation`;
  expect((await ask('POST', at)).status).toBe(204);
  expect((await ask('POST', at)).status).toBe(204);
  const expired = await makeAddress(7);
  const valid = await makeAddress(30);
  const [part] = await shown(valid.token);
  // Not by the clock of the process: all that is due by time would come due with it.
  await inTest((ctx) =>
    sql`
      update partner_address set made_at = made_at - interval '9 days', expires_at = expires_at - interval '9 days'
      where county_id = ${ctx.county} and id = ${expired.id}`.execute(ctx.db),
  );
  const gone = [revoked.token, expired.token, 'A'.repeat(32), 'x'];
  const problems = new Set<string>();
  for (const token of gone) {
    for (const response of [await open(token), await answer(token, { answers: [right(part!)] })]) {
      const { status, type, title } = (await response.json()) as Record<string, unknown>;
      problems.add(JSON.stringify([response.status, status, type, title]));
    }
  }
  expect(problems.size).toBe(1);
  const theirs = await open(valid.token, neighbour);
  expect(theirs.status).toBe(404);
  expect((await answer(valid.token, { answers: [right(part!)] }, neighbour)).status).toBe(404);
  const pages = await Promise.all(
    [...gone, 'ä%20'].map(async (token) => {
      const response = await running.ask(`/v/${encodeURIComponent(token)}?l=fi`);
      return `${response.status} ${/<main.*<\/main>/s.exec(await response.text())![0]}`;
    }),
  );
  expect(new Set(pages).size).toBe(1);
  expect(pages[0]).toMatch(/^404 .*Tämä vahvistusosoite ei ole käytössä/s);
  expect((await open(valid.token)).status).toBe(200);
});

test('a token answers for its own partner alone, and only to what is public', async () => {
  const other = (await json<{ id: string }>('POST', '/api/partners', { name: 'Toinen ry' })).id;
  const { token } = await makeAddress(30, other);
  expect(await shown(token)).toEqual([]);
  const [part] = await shown((await makeAddress()).token);
  const foreign = await answer(token, { answers: [right(part!)] });
  expect(await foreign.json()).toEqual({ stored: 0, changed: [{ path, anchor: link }] });
  // A link of the draft is nobody's to read yet.
  const fresh = await inTest((ctx) => addLink(ctx, 'Vertaisryhmä'));
  await setLink(fresh, {});
  const naming = `/api/paths/${path}/elements/${fresh}/partner`;
  expect((await ask('PUT', naming, { partner: other })).status).toBe(204);
  expect([await shown(token), await stateOf(fresh)]).toEqual([[], 'not-public']);
  await publish();
  expect([(await shown(token)).length, await stateOf(fresh)]).toEqual([1, 'asked']);
  // Given to another partner, what the first one said counts no more; nor does it for nobody.
  expect(
    (await ask('PUT', `/api/paths/${path}/elements/${link}/partner`, { partner: other })).status,
  ).toBe(204);
  expect(await stateOf()).toBe('asked');
  await ask('PUT', `/api/paths/${path}/elements/${link}/partner`, { partner });
  expect(await stateOf()).toBe('confirmed');
  expect((await ask('PUT', naming, { partner: null })).status).toBe(204);
  expect(await stateOf(fresh)).toBeUndefined();
});

test('a path for the staff alone is shown to no partner', async () => {
  const { token } = await makeAddress();
  const seen = async (visibility: string): Promise<number> => {
    await inTest((ctx) =>
      sql`update service_path set visibility = ${visibility} where county_id = ${ctx.county} and id = ${path}`.execute(
        ctx.db,
      ),
    );
    return (await shown(token)).length;
  };
  expect([await seen('staff'), await seen('public')]).toEqual([0, 1]);
});

test('only links and services tell of partners, and only of partners of the own county', async () => {
  const name = (anchor: string, of: string): Promise<Response> =>
    ask('PUT', `/api/paths/${path}/elements/${anchor}/partner`, { partner: of });
  expect((await name(step, partner)).status).toBe(409);
  expect((await name('ei-ole', partner)).status).toBe(404);
  const { cookie } = await neighbour.signIn('editor');
  const made = await neighbour.ask('/api/partners', {
    method: 'POST',
    cookie,
    json: { name: 'Mieli ry' },
  });
  const { id } = (await made.json()) as { id: string };
  expect((await name(link, id)).status).toBe(404);
  expect((await ask('POST', `/api/partners/${id}/addresses`, { days: 7 })).status).toBe(404);
  expect((await ask('PUT', `/api/partners/${id}`, { name: 'Kaapattu' })).status).toBe(404);
  expect((await ask('POST', '/api/partners', { name: 'Mieli ry' })).status).toBe(409);
});

test('what cannot be an answer is refused and stores nothing', async () => {
  const { token } = await makeAddress();
  const [part] = await shown(token);
  const before = await answers();
  const good = right(part!);
  for (const bad of [
    {},
    { answers: [] },
    { answers: [{ ...good, verdict: 'change' }] },
    { answers: [{ ...good, verdict: 'maybe' }] },
    { answers: [{ ...good, seen: 'x' }] },
    { answers: [{ ...good, words: 'a'.repeat(2001) }] },
    { answers: [{ ...good, verdict: 'change', words: 'Soita 131052-308T' }] },
    { answers: [good], role: '131052-308T' },
    { answers: [good], partner },
    { answers: Array(201).fill(good) },
  ])
    expect((await answer(token, bad)).status, JSON.stringify(bad).slice(0, 80)).toBe(422);
  expect(await answers()).toBe(before);
});

test('answers are never changed or removed, the token stands nowhere, and the audit log tells without words', async () => {
  const { token } = await makeAddress();
  await expect(
    inTest((ctx) =>
      sql`update partner_answer set verdict = 'right' where county_id = ${ctx.county}`.execute(
        ctx.db,
      ),
    ),
  ).rejects.toThrow(/append-only/);
  await expect(
    inTest((ctx) =>
      sql`delete from partner_answer where county_id = ${ctx.county}`.execute(ctx.db),
    ),
  ).rejects.toThrow(/append-only/);
  const { rows } = await inTest((ctx) =>
    sql<{ action: string; row: string }>`
      select action, to_jsonb(a)::text as row from audit_entry a where county_id = ${ctx.county}`.execute(
      ctx.db,
    ),
  );
  const told = new Set(rows.map(({ action }) => action));
  for (const action of ['addPartner', 'namePartner', 'makeAddress', 'revokeAddress', 'answer'])
    expect(told).toContain(`partners.${action}`);
  const all = rows.map(({ row }) => row).join(' ');
  expect(all).not.toContain('onerror');
  expect(all).not.toContain(token);
  const kept = await inTest((ctx) =>
    sql<{
      row: string;
    }>`select to_jsonb(d)::text as row from partner_address d where county_id = ${ctx.county}`.execute(
      ctx.db,
    ),
  );
  expect(kept.rows.map(({ row }) => row).join(' ')).not.toContain(token);
});

test('guessing is limited by address, a partner with a right address is not', async () => {
  const { token } = await makeAddress();
  const statuses: number[] = [];
  for (let at = 0; at < 70; at += 1) statuses.push((await open(newId())).status);
  expect(statuses[0]).toBe(404);
  expect(statuses.at(-1)).toBe(429);
  expect((await open(token)).status).toBe(200);
});
