import { describe, expect } from 'vitest';
import type { Answer, Outbound } from '#platform/http/outbound.ts';
import { withDatabase, type TestContext } from '#tests/support/database.ts';
import { buildChannel, buildFitPath, buildTexts } from '#tests/support/path-builders.ts';
import { checkDueLinks } from './check-links.ts';
import { addElement, setProperties } from './edit-elements.ts';
import { listPathLinks, overrideUncheckedLinks } from './link-states.ts';
import { checkDraft, publishDraft } from './publish-draft.ts';

const test = withDatabase();
const GOOD = 'https://www.thl.fi/testaus';

const answered = (status: number): Answer => ({
  kind: 'answered',
  status,
  type: 'text/html',
  body: Buffer.alloc(0),
  cut: false,
});

/** Looks at what is due, the others answering by this list; the addresses that were asked come back. */
async function look(
  ctx: TestContext,
  answers: Readonly<Record<string, Answer>>,
  path?: string,
): Promise<string[]> {
  const asked: string[] = [];
  const outbound: Outbound = async (address) => {
    asked.push(address);
    return answers[address] ?? answered(200);
  };
  await checkDueLinks(outbound)((work) => work(ctx), [path ? { path } : {}]);
  return asked;
}

/** A path with a link in each language. */
async function pathWithLink(ctx: TestContext, url: Record<string, string> = { fi: GOOD }) {
  const { path, step } = await buildFitPath(ctx);
  const link = await addElement(ctx, path, { parent: step, kind: 'link', title: 'Testaus' });
  for (const field of ['title', 'why'] as const)
    await buildTexts(ctx, path, link, field, 'Testaus').catch(() => undefined);
  await setProperties(ctx, path, link, { kind: 'link', url, linkKind: 'information' } as never);
  return { path, step, link };
}

const codes = async (ctx: TestContext, path: string): Promise<string[]> =>
  (await checkDraft(ctx, path))
    .filter(({ code }) => code.startsWith('link'))
    .map(({ code, field, language }) => [code, field, language].filter(Boolean).join(' '));

const day = (ctx: TestContext, days: number): TestContext =>
  ctx.as({ now: new Date(ctx.now().getTime() + days * 86_400_000) });

describe('a path', () => {
  test('is not published with a link at which nobody has looked, in any language', async ({
    ctx,
  }) => {
    const { path } = await pathWithLink(ctx, { fi: GOOD, sv: `${GOOD}/sv` });
    expect(await codes(ctx, path)).toEqual(['link-unchecked url fi', 'link-unchecked url sv']);
    await look(ctx, { [`${GOOD}/sv`]: answered(404) });
    expect(await codes(ctx, path)).toEqual(['link-broken url sv']);
    expect(await publishDraft(ctx, path)).toMatchObject({ kind: 'unfit' });
  });

  test('links within texts and the addresses of channels count as well', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    await buildTexts(ctx, path, step, 'wait', 'Pian');
    const { id } = await buildChannel(ctx, { kind: 'website', url: 'https://www.thl.fi/kanava' });
    await ctx.db.deleteFrom('link_check').execute();
    await addElement(ctx, path, { parent: step, kind: 'channel-use', channel: id });
    const phase = await addElement(ctx, path, { parent: 'polku', kind: 'phase', title: 'Toinen' });
    await buildTexts(ctx, path, phase, 'text', 'Lue [lisää](https://www.thl.fi/teksti)');
    expect(await codes(ctx, path)).toEqual([
      'link-unchecked channel',
      'link-unchecked text en',
      'link-unchecked text fi',
      'link-unchecked text sv',
    ]);
  });

  test('needs a look at most seven days old', async ({ ctx }) => {
    const { path } = await pathWithLink(ctx);
    await look(ctx, {});
    expect(await codes(day(ctx, 7), path)).toEqual([]);
    expect(await codes(day(ctx, 7.1), path)).toEqual(['link-unchecked url fi']);
  });

  test('of an example county may name what nobody has; of another it may not', async ({ ctx }) => {
    const { path } = await pathWithLink(ctx, { fi: 'https://alue.example/ohje' });
    expect(await look(ctx, {})).toEqual([]);
    expect(await codes(ctx, path)).toEqual(['link-unchecked url fi']);
    await ctx.db
      .updateTable('county')
      .set({ example: true })
      .where('county_id', '=', ctx.county)
      .execute();
    expect(await codes(ctx, path)).toEqual([]);
  });
});

describe('the checker', () => {
  const DOWN: Answer = { kind: 'failed', why: 'connect' };
  const OTHER = 'https://www.kela.fi/';

  test('calls an address broken on the third day of failing, and not after three looks of one day', async ({
    ctx,
  }) => {
    const { path } = await pathWithLink(ctx, { fi: GOOD, sv: OTHER });
    await look(ctx, {}, path);
    for (let times = 0; times < 4; times += 1) await look(day(ctx, 1), { [GOOD]: DOWN }, path);
    expect(await codes(day(ctx, 1), path)).toEqual([]);
    await look(day(ctx, 2), { [GOOD]: DOWN }, path);
    expect(await codes(day(ctx, 2), path)).toEqual([]);
    await look(day(ctx, 3), { [GOOD]: DOWN }, path);
    expect(await codes(day(ctx, 3), path)).toEqual(['link-broken url fi']);
    await look(day(ctx, 4), {}, path);
    expect(await codes(day(ctx, 4), path)).toEqual([]);
  });

  test.for([
    [answered(404), 'broken', ['link-broken url fi']],
    [answered(410), 'broken', ['link-broken url fi']],
    [answered(500), 'unreachable', ['link-unchecked url fi']],
    [answered(403), 'refused', []],
    [{ kind: 'refused', why: 'not-public' }, 'refused', ['link-broken url fi']],
    [{ kind: 'moved', status: 301, to: 'https://uusi.fi/' }, 'moved', []],
  ] as const)('%s is %s', async ([answer, outcome, faults], { ctx }) => {
    const { path } = await pathWithLink(ctx, { fi: GOOD, sv: OTHER });
    await look(ctx, { [GOOD]: answer as Answer }, path);
    const { links } = await listPathLinks(ctx, path);
    expect(links.find(({ address }) => address === GOOD)?.outcome).toBe(outcome);
    expect(await codes(ctx, path)).toEqual(faults);
  });

  test.for([
    ['the resolver is down', { kind: 'failed', why: 'resolver' }],
    ['there is no network', { kind: 'failed', why: 'network' }],
  ] as const)('says so when it cannot work itself: %s', async ([, answer], { ctx }) => {
    const { path } = await pathWithLink(ctx);
    await look(ctx, {}, path);
    await look(day(ctx, 1), { [GOOD]: answer }, path);
    await look(day(ctx, 9), { [GOOD]: answer }, path);
    const { checker, links } = await listPathLinks(day(ctx, 9), path);
    expect(checker).toEqual({
      workedAt: ctx.now().toISOString(),
      outageSince: day(ctx, 1).now().toISOString(),
      validDays: 7,
    });
    // Nothing is said of the address, and it is not taken for good either.
    expect(links[0]).toMatchObject({ outcome: 'ok', failedDays: 0, fault: 'link-unchecked' });
    await look(day(ctx, 10), {}, path);
    expect((await listPathLinks(day(ctx, 10), path)).checker.outageSince).toBeNull();
  });

  test('looks at each address about once a day, the oldest first', async ({ ctx }) => {
    await pathWithLink(ctx);
    expect(await look(ctx, {})).toEqual([GOOD]);
    expect(await look(day(ctx, 0.5), {})).toEqual([]);
    expect(await look(day(ctx, 1), {})).toEqual([GOOD]);
  });
});

describe('an override', () => {
  const reason = 'Tarkistin linkit selaimella 18.11., verkko on poikki palvelimelta.';
  const publisher = (ctx: TestContext): Promise<TestContext> => asAccount(ctx);

  test('lets a named person publish with what could not be checked', async ({ ctx }) => {
    const { path } = await pathWithLink(ctx);
    await overrideUncheckedLinks(await publisher(ctx), path, { reason });
    expect(await codes(ctx, path)).toEqual([]);
    expect(await listPathLinks(ctx, path)).toMatchObject({
      override: { reason, addresses: [GOOD] },
    });
  });

  test('does not cover a link that is added after it, nor one that is broken', async ({ ctx }) => {
    const { path, step, link } = await pathWithLink(ctx);
    await overrideUncheckedLinks(await publisher(ctx), path, { reason });
    await setProperties(ctx, path, link, {
      kind: 'link',
      url: { fi: GOOD, sv: 'https://www.kela.fi/uusi' },
      linkKind: 'information',
    } as never);
    expect(step).toBeDefined();
    expect(await codes(ctx, path)).toEqual(['link-unchecked url sv']);
    // Nor does the screen take it for answered: it is not among those of the override.
    const { links, override } = await listPathLinks(ctx, path);
    expect(links.map(({ address }) => address)).toContain('https://www.kela.fi/uusi');
    expect(override!.addresses).toEqual([GOOD]);
    await look(ctx, { [GOOD]: answered(404) }, path);
    expect(await codes(ctx, path)).toEqual(['link-broken url fi']);
  });

  test.for([' ', 'koska'])('needs a reason: %j is none', async (given, { ctx }) => {
    const { path } = await pathWithLink(ctx);
    await expect(
      overrideUncheckedLinks(await publisher(ctx), path, { reason: given }),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is refused when there is nothing to answer for', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await expect(
      overrideUncheckedLinks(await publisher(ctx), path, { reason }),
    ).rejects.toMatchObject({ code: 'links-checked' });
  });
});

async function asAccount(ctx: TestContext): Promise<TestContext> {
  const { addAccount } = await import('#modules/identity');
  const { account } = await addAccount(ctx, {
    email: 'julkaisija@example.fi',
    name: 'Julkaisija',
    language: 'fi',
  });
  return ctx.as({ actor: { kind: 'account', id: account.id, roles: [] } });
}

test('a phone number typed into a step keeps it from being published', async ({ ctx }) => {
  const { path, step } = await buildFitPath(ctx);
  await buildTexts(ctx, path, step, 'needs', 'Soita 03 0000 1234');
  expect(await checkDraft(ctx, path)).toContainEqual({
    anchor: step,
    field: 'needs',
    language: 'sv',
    code: 'contact-typed',
  });
});
