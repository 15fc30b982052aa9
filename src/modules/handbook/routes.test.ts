import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFeedbackPoint } from '#modules/collection';
import { newId } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { Handbook } from './contract.ts';

let running: TestProcess;
let cookie: string;

beforeAll(async () => {
  running = await startProcess();
  ({ cookie } = await running.signIn('experience-team'));
});
afterAll(() => running.stop());

const send = (method: string, address: string, json: unknown): Promise<Response> =>
  running.ask(address, { method, json, cookie });

const handbook = async (): Promise<Handbook> =>
  (await (await running.ask('/api/handbook', { cookie })).json()) as Handbook;

describe('the handbook by its API', () => {
  test('is filled once by two who take the seed at the same time', async () => {
    expect((await handbook()).entries).toEqual([]);
    const taken = await Promise.all([
      send('POST', '/api/handbook/seed', {}),
      send('POST', '/api/handbook/seed', {}),
    ]);
    expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const { entries, may } = await handbook();
    expect(entries.filter(({ properties }) => properties.kind === 'phase-scheme')).toHaveLength(1);
    expect(may.edit).toBe(true);
  });

  test('tells whoever only reads it that they do', async () => {
    const { cookie: viewer } = await running.signIn('viewer', await running.addUnit());
    const response = await running.ask('/api/handbook', { cookie: viewer });
    expect((await response.json()) as Handbook).toMatchObject({ may: { edit: false } });
  });

  test('what has been changed is on the public page at once', async () => {
    const page = async (): Promise<string> => (await running.ask('/fi/lupaukset')).text();
    expect(await page()).not.toContain('seitsemän päivän sisällä');
    const promise = (await handbook()).entries.findLast(
      ({ properties }) => properties.kind === 'promise',
    )!;
    const at = `/api/handbook/entries/${promise.id}/properties`;
    const change = { public: true, before: { public: false } };
    expect((await send('PUT', at, change)).status).toBe(204);
    await expect.poll(page, { timeout: 10_000 }).toContain('seitsemän päivän sisällä');
  });

  test('no text becomes a tag on a public page', async () => {
    const response = await send('POST', '/api/handbook/entries', {
      kind: 'cornerstone',
      name: '<img src=x onerror=alert(1)>',
    });
    expect(response.status).toBe(201);
    const page = async (): Promise<string> => (await running.ask('/fi/lupaukset')).text();
    await expect.poll(page, { timeout: 10_000 }).toContain('&lt;img src=x');
    expect(await page()).not.toContain('<img src=x');
  });

  test.each(['fi/lupaukset', 'sv/loften', 'en/promises', 'fi/sanat', 'sv/ord', 'en/words'])(
    '/%s is a whole page without script',
    async (address) => {
      const response = await running.ask(`/${address}`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toContain('<script');
    },
  );
});

describe('rule 18: a segment never attaches to a person', () => {
  test('neither an answer nor an invitation takes one', async () => {
    const unit = await running.addUnit();
    const { code } = await running.run((ctx) => createFeedbackPoint(ctx, unit, { channel: 'web' }));
    const segment = (await handbook()).entries.find(
      ({ properties }) => properties.kind === 'segment',
    )!.id;
    const answer = await send('POST', '/api/answers', { id: newId(), point: code, segment });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('/segment');
    const { token } = await running.addToken('collector', unit);
    const invitations = await running.ask('/api/invitations', {
      method: 'POST',
      token,
      json: { invitations: [{ key: 'a', node: unit, segment }] },
    });
    expect(await invitations.json()).toMatchObject({
      results: [
        { status: 422, errors: [{ pointer: '/invitations/0/segment', code: 'unknown-field' }] },
      ],
    });
  });

  test('no table but the handbook’s own refers to its entries', async () => {
    const { rows } = await running.run((ctx) =>
      sql<{ name: string }>`
        select conrelid::regclass::text as name from pg_constraint
        where contype = 'f' and confrelid = 'handbook_entry'::regclass`.execute(ctx.db),
    );
    expect(new Set(rows.map(({ name }) => name))).toEqual(
      new Set(['handbook_entry', 'handbook_text', 'handbook_relation']),
    );
  });
});
