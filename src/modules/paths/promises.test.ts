import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeSeed } from '#modules/handbook';
import type { PathSummary } from './contract.ts';
import { exportPath } from './export-path.ts';
import { type Person, type Problem, type Rig, startRig } from './rig-for-tests.ts';

let rig: Rig;
let keeper: Person;
beforeAll(async () => {
  rig = await startRig();
  keeper = await rig.person('experience-team');
  await rig.app.run((ctx) => takeSeed(ctx));
});
afterAll(() => rig.stop());

const LIMIT = {
  startEvent: { fi: 'yhteydenotto', sv: 'kontakten' },
  endEvent: { fi: 'ratkaisu' },
  operator: 'at-most',
  value: 7,
  unit: 'days',
  population: { fi: 'kiireettömät', en: 'not urgent' },
  statistic: 'share',
  share: 90,
  minimumN: 10,
};

/** A promise or an aim of the handbook, written by those who may; public unless told. */
async function entry(
  kind: 'promise' | 'aim',
  name: string,
  properties: object = {},
): Promise<{ id: string; code: string }> {
  const { send } = rig;
  const form = { kind, name };
  const { body } = await send<{ id: string }>(keeper, 'POST', '/api/handbook/entries', form);
  if (kind === 'promise') {
    const at = `/api/handbook/entries/${body.id}/properties`;
    const whole = { public: true, owner: 'palvelupäällikkö', thresholds: [LIMIT], ...properties };
    const before = { public: false, owner: '', thresholds: [], validFrom: null, validTo: null };
    expect((await send(keeper, 'PUT', at, { ...whole, before })).status).toBeLessThan(300);
  }
  const at = `/api/handbook/entries/${body.id}/texts`;
  for (const variant of ['sv', 'en']) {
    const text = { field: 'name', variant, text: `${name} ${variant}`, expectedRevision: null };
    expect((await send(keeper, 'PUT', at, text)).status).toBeLessThan(300);
  }
  const how = { field: 'how', variant: 'fi', text: `Näin: ${name}`, expectedRevision: null };
  if (kind === 'promise') expect((await send(keeper, 'PUT', at, how)).status).toBeLessThan(300);
  const handbook = await send<{ entries: { id: string; code: string }[] }>(
    keeper,
    'GET',
    '/api/handbook',
  );
  return handbook.body.entries.find(({ id }) => id === body.id)!;
}

const bind = (path: string, anchor: string, properties: object) =>
  rig.send<Problem>(
    rig.people.editor,
    'PUT',
    `/api/paths/${path}/elements/${anchor}/properties`,
    properties,
  );

/** Reviews the path as it is, then tries to publish it; the codes of what was refused. */
async function publish(path: string): Promise<string[]> {
  expect((await rig.approve(rig.people.reviewer, path)).status).toBeLessThan(300);
  const { status, body } = await rig.publish(rig.people.publisher, path);
  return status < 300 ? [] : (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

const writeLimit = (promise: string, limit: object) =>
  rig.app.run((ctx) =>
    sql`update handbook_entry set properties = jsonb_set(properties, '{thresholds}', ${JSON.stringify([limit])}::jsonb)
      where county_id = ${ctx.county} and id = ${promise}`.execute(ctx.db),
  );

const phaseOf = async (path: string): Promise<string> =>
  (await rig.draft(path)).elements.find(({ properties }) => properties.kind === 'phase')!.anchor;

const stepOf = async (path: string): Promise<string> =>
  (await rig.draft(path)).elements.find(({ properties }) => properties.kind === 'step')!.anchor;

describe('a path that rests on promises', () => {
  test('tells customers of the public ones, where they hold, and professionals of how all are kept', async () => {
    const path = await rig.path();
    const seven = await entry('promise', 'Apua viikossa');
    const inner = await entry('promise', 'Sisäinen lupaus', { public: false });
    const later = await entry('promise', 'Vasta ensi vuonna', { validFrom: '2999-01-01' });
    const aim = await entry('aim', 'Saan apua heti alussa');
    const [phase, step] = [await phaseOf(path), await stepOf(path)];
    await bind(path, 'polku', { promises: [seven.code], aims: [aim.code] });
    await bind(path, phase, { promises: [inner.code, later.code] });
    await bind(path, step, { promises: [seven.code] });
    const slugs = (await rig.draft(path)).slugs;
    expect(await publish(path)).toEqual([]);
    const guide = await (await rig.app.ask(`/fi/polut/${slugs.fi}`)).text();
    expect(guide).toContain('Mitä voit odottaa');
    // Once for the whole, once at the step.
    expect(guide.split('Apua viikossa')).toHaveLength(1 + 3);
    expect(guide).toContain('Saan apua heti alussa');
    expect(guide).not.toContain('Sisäinen lupaus');
    expect(guide).not.toContain('Vasta ensi vuonna');
    const swedish = await (await rig.app.ask(`/sv/vagar/${slugs.sv}`)).text();
    expect(swedish).toContain('Apua viikossa sv');
    const own = await rig.app.ask(`/staff/professional/paths/${path}?language=fi`, {
      cookie: rig.people.editor.cookie,
    });
    const view = await own.text();
    expect(view).toContain('Näin: Apua viikossa');
    expect(view).toContain('yhteydenotto → ratkaisu: enintään 7 päivää');
    expect(view).toContain('palvelupäällikkö');
    expect(view).toContain('Sisäinen lupaus');
    expect(view).not.toContain('Vasta ensi vuonna');
    const { body } = await rig.send<{ paths: PathSummary[] }>(
      rig.people.editor,
      'GET',
      '/api/paths',
    );
    expect(body.paths.find(({ id }) => id === path)).toMatchObject({
      promises: [seven.code, inner.code, later.code].toSorted(),
      aims: [aim.code],
    });
  });

  test('says no more of one that has been taken out of use, at once', async () => {
    const path = await rig.path();
    const promise = await entry('promise', 'Lupaus, joka perutaan');
    await bind(path, 'polku', { promises: [promise.code] });
    const { slugs } = await rig.draft(path);
    expect(await publish(path)).toEqual([]);
    const read = async () => (await rig.app.ask(`/fi/polut/${slugs.fi}`)).text();
    expect(await read()).toContain('Lupaus, joka perutaan');
    const at = `/api/handbook/entries/${promise.id}/retired`;
    expect((await rig.send(keeper, 'PUT', at, { retired: true })).status).toBeLessThan(300);
    await expect.poll(read).not.toContain('Lupaus, joka perutaan');
  });

  test('carries them in its file', async () => {
    const path = await rig.path();
    const promise = await entry('promise', 'Tiedostossa');
    await bind(path, await phaseOf(path), { promises: [promise.code], aims: ['minua-palvellaan'] });
    const document = await rig.app.run((ctx) => exportPath(ctx, path));
    expect(document.path.children!.find(({ kind }) => kind === 'phase')!.properties).toMatchObject({
      promises: [promise.code],
      aims: ['minua-palvellaan'],
    });
  });

  test('a critical point’s promise is told to professionals at its place, and not to customers', async () => {
    const path = await rig.path();
    const promise = await entry('promise', 'Kriittisen pisteen lupaus');
    const { editor } = rig.people;
    const step = await stepOf(path);
    const added = await rig.send<{ anchor: string }>(
      editor,
      'POST',
      `/api/paths/${path}/elements`,
      {
        parent: 'polku',
        kind: 'critical-point',
        title: 'Odotus',
      },
    );
    expect(added.status).toBe(201);
    const { anchor } = added.body;
    await bind(path, anchor, { at: [step], statement: 'got-help', promises: [promise.code] });
    const { slugs } = await rig.draft(path);
    expect(await publish(path)).toEqual([]);
    const guide = await (await rig.app.ask(`/fi/polut/${slugs.fi}`)).text();
    expect(guide).not.toContain('Kriittisen pisteen lupaus');
    const own = await rig.app.ask(`/staff/professional/paths/${path}?language=fi`, {
      cookie: editor.cookie,
    });
    expect(await own.text()).toContain('Kriittisen pisteen lupaus');
  });
});

describe('rule 10: a path is not published', () => {
  test('when it rests on a promise or an aim that is not in the handbook', async () => {
    const path = await rig.path();
    const phase = await phaseOf(path);
    await bind(path, phase, { promises: ['ei-ole'], aims: ['minua-palvellaan', 'ei-ole'] });
    expect(await publish(path)).toEqual([
      `/${phase}/promises entry-missing`,
      `/${phase}/aims entry-missing`,
    ]);
    // A promise is no aim, whatever its code.
    const promise = await entry('promise', 'Ei ole tavoite');
    await bind(path, phase, { promises: [], aims: [promise.code] });
    expect(await publish(path)).toEqual([`/${phase}/aims entry-missing`]);
  });

  test('when the promise is out of use or has ended', async () => {
    const path = await rig.path();
    const ended = await entry('promise', 'Päättynyt', { validTo: '2001-01-01' });
    const retired = await entry('aim', 'Poistettu tavoite');
    await rig.send(keeper, 'PUT', `/api/handbook/entries/${retired.id}/retired`, { retired: true });
    await bind(path, 'polku', { promises: [ended.code], aims: [retired.code] });
    expect(await publish(path)).toEqual([
      '/polku/promises promise-ended',
      '/polku/aims entry-missing',
    ]);
  });

  // The handbook refuses such limits; a row that came in otherwise is refused here again.
  test('when a limit of the promise lacks an event, whom it concerns or the smallest number', async () => {
    const path = await rig.path();
    const promise = await entry('promise', 'Vajaa raja');
    await bind(path, 'polku', { promises: [promise.code] });
    for (const field of ['startEvent', 'endEvent', 'population', 'minimumN']) {
      const { [field as 'value']: _, ...lacking } = LIMIT;
      await writeLimit(promise.id, lacking);
      expect(await publish(path)).toEqual(['/polku/promises promise-limit']);
    }
    await writeLimit(promise.id, LIMIT);
    expect(await publish(path)).toEqual([]);
  });

  test('nor does anybody bind one who may not edit the path, or to a part that has none', async () => {
    const path = await rig.path();
    const phase = await phaseOf(path);
    const at = `/api/paths/${path}/elements/${phase}/properties`;
    const asked = { promises: ['apua-viikossa'] };
    expect((await rig.send(rig.people.reviewer, 'PUT', at, asked)).status).toBe(403);
    const refused = await bind(path, await stepOf(path), { aims: ['minua-palvellaan'] });
    expect(refused.status).toBe(422);
    expect((await bind(path, phase, { promises: ['Ei kelpaa!'] })).status).toBe(422);
  });
});
