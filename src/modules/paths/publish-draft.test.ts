import { describe, expect } from 'vitest';
import { closeChannel } from '#modules/channels';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import {
  buildChannel,
  buildFitPath,
  buildTexts,
  buildTitle,
  publishReviewed,
} from '#tests/support/path-builders.ts';
import type { PathFault } from './contract.ts';
import { createPath } from './create-path.ts';
import { addElement, removeElement, setProperties } from './edit-elements.ts';
import { getPublishedView } from './find-paths.ts';
import { getDraft } from './get-draft.ts';
import { pathPublished } from './path-events.ts';
import { setClinical } from './path-units.ts';
import { checkDraft, publishDraft } from './publish-draft.ts';
import { findVersions } from './version-store.ts';
import { writeText } from './write-text.ts';

const test = withDatabase();

type Fit = Awaited<ReturnType<typeof buildFitPath>>;

const clear = async (
  ctx: TestContext,
  path: string,
  anchor: string,
  field: string,
  language: 'fi' | 'sv' | 'en',
): Promise<void> => {
  const { elements } = await getDraft(ctx, path);
  const { revision } = elements.find((element) => element.anchor === anchor)!.texts[field]![
    language
  ]!;
  await writeText(ctx, { path, anchor, field, language, text: '', expectedRevision: revision });
};

const useChannel = async (
  ctx: TestContext,
  { path, step }: Fit,
  given: Parameters<typeof buildChannel>[1],
): Promise<string> => {
  const { id } = await buildChannel(ctx, given);
  await addElement(ctx, path, { parent: step, kind: 'channel-use', channel: id });
  return id;
};

/** What the path lacks besides a review. */
const contentFaults = async (ctx: TestContext, path: string): Promise<PathFault[]> =>
  (await checkDraft(ctx, path)).filter(({ field }) => !field?.startsWith('review'));

const online = { kind: 'e-service' as const, url: 'https://esimerkki.example', phone: null };

describe('publishing', () => {
  test('makes the draft public, sets the review half a year ahead and supersedes the former version', async ({
    ctx,
  }) => {
    const { path } = await buildFitPath(ctx);
    expect(await publishReviewed(ctx, path)).toEqual({ kind: 'published', number: 1 });
    expect(ctx.events).toContainEqual(pathPublished({ path }));
    expect((await findVersions(ctx, path)).published).toMatchObject({
      number: 1,
      review_due: '2027-05-18',
    });
    await buildTexts(ctx, path, 'polku', 'note', 'Esimerkki');
    expect(await publishReviewed(ctx, path)).toEqual({ kind: 'published', number: 2 });
    const rows = await ctx.db
      .selectFrom('path_version')
      .select(['number', 'status'])
      .where('path_id', '=', path)
      .orderBy('number')
      .execute();
    expect(rows).toEqual([
      { number: 1, status: 'superseded' },
      { number: 2, status: 'published' },
    ]);
    expect(await getPublishedView(ctx, path, 'sv')).toMatchObject({
      versionNumber: 2,
      publishedOn: '2026-11-18',
      note: 'Esimerkki sv',
    });
  });

  test('needs a draft', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    await expect(publishDraft(ctx, path)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'no-draft',
    });
  });

  test('a path with nothing but a name tells everything that it lacks', async ({ ctx }) => {
    const path = await createPath(ctx, { node: ctx.root, clinical: true, title: { fi: 'Polku' } });
    const codes = (await checkDraft(ctx, path)).map(({ code, field, language }) =>
      [code, field, language].filter(Boolean).join(' '),
    );
    expect(codes).toEqual([
      'slug-missing slug sv',
      'slug-missing slug en',
      'phase-missing',
      'urgency-missing',
      'translation-missing title sv',
      'translation-missing title en',
      ...['description', 'topic'].flatMap((field) =>
        ['fi', 'sv', 'en'].map((language) => `text-missing ${field} ${language}`),
      ),
      'review-missing review-content',
      'clinical-review-missing review-clinical',
    ]);
  });

  const gates: [
    string,
    (ctx: TestContext, fit: Fit) => Promise<unknown>,
    (fit: Fit) => Partial<PathFault>,
  ][] = [
    [
      'a phase without a title in a language in duty',
      (ctx, { path, phase }) => clear(ctx, path, phase, 'title', 'sv'),
      ({ phase }) => ({
        anchor: phase,
        field: 'title',
        language: 'sv',
        code: 'translation-missing',
      }),
    ],
    [
      'any text that lacks a translation',
      (ctx, { path, step }) => clear(ctx, path, step, 'text', 'en'),
      ({ step }) => ({ anchor: step, field: 'text', language: 'en', code: 'translation-missing' }),
    ],
    [
      'no phases',
      (ctx, { path, phase }) => removeElement(ctx, path, phase),
      () => ({ anchor: 'polku', code: 'phase-missing' }),
    ],
    [
      'an empty step',
      async (ctx, { path, phase }) =>
        buildTitle(
          ctx,
          path,
          await addElement(ctx, path, { parent: phase, kind: 'step', title: 'Odota' }),
          'Odota',
        ),
      () => ({ anchor: 'odota', code: 'step-empty' }),
    ],
    [
      'a clinical path that does not tell what is urgent',
      (ctx, { path }) => setClinical(ctx, path, true),
      () => ({ anchor: 'polku', code: 'urgency-missing' }),
    ],
    [
      'a step that only the net reaches',
      (ctx, fit) => useChannel(ctx, fit, online),
      ({ step }) => ({ anchor: step, code: 'only-digital' }),
    ],
    [
      'a closed channel',
      async (ctx, fit) => closeChannel(ctx, await useChannel(ctx, fit, {})),
      ({ step }) => ({ anchor: `${step}-neuvonta`, field: 'channel', code: 'channel-closed' }),
    ],
    [
      'a link without an address',
      async (ctx, { path, step }) => {
        const link = await addElement(ctx, path, { parent: step, kind: 'link', title: 'Lue' });
        await buildTitle(ctx, path, link, 'Lue');
        await buildTexts(ctx, path, link, 'why', 'Hyvä sivu');
      },
      () => ({ anchor: 'lue', field: 'url', code: 'address-missing' }),
    ],
    [
      'an address that is no web address',
      (ctx, { path, step }) => insertUnchecked(ctx, path, step, 'javascript:alert(1)'),
      () => ({ anchor: 'ohi', field: 'url', language: 'fi', code: 'address-unsafe' }),
    ],
    [
      'a personal identity code',
      (ctx, { step }) =>
        ctx.db
          .updateTable('path_text')
          .set({ text: 'Soita 131052-308T' })
          .where('anchor', '=', step)
          .where('field', '=', 'text')
          .where('variant', '=', 'fi')
          .execute(),
      ({ step }) => ({ anchor: step, field: 'text', language: 'fi', code: 'identity-code' }),
    ],
  ];

  test.for(gates)('is refused for %s', async ([, spoil, expected], { ctx }) => {
    const fit = await buildFitPath(ctx);
    await spoil(ctx, fit);
    const outcome = await publishReviewed(ctx, fit.path);
    expect(outcome).toEqual({ kind: 'unfit', faults: [expect.objectContaining(expected(fit))] });
    expect((await findVersions(ctx, fit.path)).published).toBeUndefined();
  });

  test('a step on the net is fine with another way beside it, or a reason', async ({ ctx }) => {
    const fit = await buildFitPath(ctx);
    await useChannel(ctx, fit, online);
    await setProperties(ctx, fit.path, fit.step, {
      onlyDigitalReason: 'Tulos näkyy myös kirjeenä.',
    });
    expect(await contentFaults(ctx, fit.path)).toEqual([]);
    await setProperties(ctx, fit.path, fit.step, { onlyDigitalReason: '' });
    await useChannel(ctx, fit, { texts: { name: { fi: 'Soita meille' } } });
    expect(await contentFaults(ctx, fit.path)).toEqual([]);
  });

  test('a clinical path with an urgency notice is fit', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await setClinical(ctx, path, true);
    const notice = await addElement(ctx, path, {
      parent: 'polku',
      kind: 'urgency-notice',
      title: 'Kova kipu?',
    });
    await buildTitle(ctx, path, notice, 'Kova kipu?');
    await buildTexts(ctx, path, notice, 'text', 'Soita 116117.');
    expect(await publishReviewed(ctx, path)).toEqual({ kind: 'published', number: 1 });
  });
});

/** What no function of ours would have let in: the gates look again. */
async function insertUnchecked(
  ctx: TestContext,
  path: string,
  step: string,
  url: string,
): Promise<void> {
  const link = await addElement(ctx, path, { parent: step, kind: 'link', title: 'Ohi' });
  await buildTitle(ctx, path, link, 'Ohi');
  await buildTexts(ctx, path, link, 'why', 'Miksi');
  await ctx.db
    .updateTable('path_element')
    .set({ properties: JSON.stringify({ url: { fi: url } }) })
    .where('path_id', '=', path)
    .where('anchor', '=', link)
    .execute();
}
