import { describe, expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import {
  buildFitPath,
  buildTexts,
  buildTitle,
  publishReviewed,
} from '#tests/support/path-builders.ts';
import { addElement, removeElement } from './edit-elements.ts';
import { findPublishedPath, getPublishedView } from './find-paths.ts';
import { getDraft } from './get-draft.ts';
import { setSlug } from './path-address.ts';

const test = withDatabase();

describe('a public address', () => {
  test('redirects from every former slug, and back again', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    await setSlug(ctx, path, 'fi', { slug: 'toinen' });
    await setSlug(ctx, path, 'fi', { slug: 'kolmas' });
    expect(await findPublishedPath(ctx, 'fi', 'polku-fi')).toEqual({
      kind: 'moved',
      slug: 'kolmas',
    });
    expect(await findPublishedPath(ctx, 'fi', 'toinen')).toEqual({ kind: 'moved', slug: 'kolmas' });
    await setSlug(ctx, path, 'fi', { slug: 'polku-fi' });
    expect(await findPublishedPath(ctx, 'fi', 'kolmas')).toEqual({
      kind: 'moved',
      slug: 'polku-fi',
    });
    expect(await findPublishedPath(ctx, 'fi', 'polku-fi')).toMatchObject({ kind: 'found' });
  });

  test('is never taken over by another path, not even a former one', async ({ ctx, other }) => {
    const first = await buildFitPath(ctx);
    const second = await buildFitPath(ctx);
    expect((await getDraft(ctx, second.path)).slugs.fi).toBe('polku-fi-2');
    await setSlug(ctx, first.path, 'fi', { slug: 'uusi' });
    for (const slug of ['uusi', 'polku-fi'])
      await expect(setSlug(ctx, second.path, 'fi', { slug })).rejects.toMatchObject({
        kind: 'conflict',
        code: 'taken',
      });
    const foreign = await buildFitPath(other);
    await setSlug(other, foreign.path, 'fi', { slug: 'uusi' });
  });

  test('is not taken from somebody who gave another one meanwhile', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await setSlug(ctx, path, 'fi', { slug: 'toinen', before: 'polku-fi' });
    await expect(
      setSlug(ctx, path, 'fi', { slug: 'kolmas', before: 'polku-fi' }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile', current: { slug: 'toinen' } });
    await setSlug(ctx, path, 'fi', { slug: 'toinen', before: 'polku-fi' });
    expect((await getDraft(ctx, path)).slugs.fi).toBe('toinen');
  });

  test('knows the phases and steps that it once had, and none that nobody ever saw', async ({
    ctx,
  }) => {
    const { path, phase } = await buildFitPath(ctx);
    const addStep = async (title: string): Promise<string> => {
      const anchor = await addElement(ctx, path, { parent: phase, kind: 'step', title });
      await buildTitle(ctx, path, anchor, title);
      await buildTexts(ctx, path, anchor, 'text', 'Näin se käy.');
      return anchor;
    };
    const published = { kind: 'published' };
    await addStep('Soita meille');
    expect(await publishReviewed(ctx, path)).toMatchObject(published);
    expect((await getPublishedView(ctx, path, 'fi')).removed).toEqual([]);

    await removeElement(ctx, path, 'varaa-aika');
    await removeElement(ctx, path, await addStep('Luonnos'));
    expect(await publishReviewed(ctx, path)).toMatchObject(published);
    expect((await getPublishedView(ctx, path, 'fi')).removed).toEqual(['varaa-aika']);
  });
});
