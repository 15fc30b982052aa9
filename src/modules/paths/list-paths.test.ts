import { describe, expect } from 'vitest';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { buildChannel, buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { describeAnchors } from './describe-anchors.ts';
import { addElement, removeElement, setProperties } from './edit-elements.ts';
import { getDraft } from './get-draft.ts';
import { takeAsChecked } from './link-store.ts';
import { listPaths } from './list-paths.ts';
import { keepSummary } from './path-summary.ts';
import { writeText } from './write-text.ts';

const test = withDatabase();

describe('describing anchors', () => {
  test('tells what each is called and in which phase, also after it was removed', async ({
    ctx,
  }) => {
    const { path, phase, step } = await buildFitPath(ctx);
    const { id } = await buildChannel(ctx);
    const use = await addElement(ctx, path, { parent: step, kind: 'channel-use', channel: id });
    await publishReviewed(ctx, path);
    const described = (await describeAnchors(ctx, [path])).get(path)!;
    expect(described).toMatchObject({
      node: ctx.root,
      title: { fi: 'Polku fi', sv: 'Polku sv' },
      slugs: { fi: 'polku-fi' },
    });
    expect([...described.anchors.keys()]).toEqual(['polku', phase, step, use]);
    expect(described.anchors.get(step)).toEqual({
      kind: 'step',
      title: { fi: 'Varaa aika', sv: 'Varaa aika sv', en: 'Varaa aika en' },
      phase,
      removed: false,
    });
    expect(described.anchors.get(use)).toMatchObject({
      kind: 'channel-use',
      title: { fi: 'Neuvonta' },
      phase,
    });
    expect(described.anchors.get('polku')).toMatchObject({ phase: null });
    const added = await addElement(ctx, path, { parent: 'polku', kind: 'phase', title: 'Toinen' });
    for (const language of ['sv', 'en'] as const)
      await writeText(ctx, {
        path,
        anchor: added,
        field: 'title',
        language,
        text: 'Toinen',
        expectedRevision: null,
      });
    await removeElement(ctx, path, phase);
    expect((await describeAnchors(ctx, [path])).get(path)!.anchors.has(added)).toBe(false);
    await publishReviewed(ctx, path);
    const after = (await describeAnchors(ctx, [path])).get(path)!;
    expect([...after.anchors].map(([anchor, { removed }]) => [anchor, removed])).toEqual([
      ['polku', false],
      [added, false],
      [phase, true],
      [step, true],
      [use, true],
    ]);
    expect(after.anchors.get(step)).toMatchObject({ phase, title: { fi: 'Varaa aika' } });
  });
});

describe('the staff’s list', () => {
  test('holds the paths below the reader’s roles, with what is to be done', async ({ ctx }) => {
    const here = await buildNode(ctx, { kind: 'service' });
    const elsewhere = await buildNode(ctx, { kind: 'service' });
    const { path } = await buildFitPath(ctx);
    await ctx.db
      .updateTable('service_path')
      .set({ node_id: here.id })
      .where('id', '=', path)
      .execute();
    await publishReviewed(ctx, path);
    await writeText(ctx, {
      path,
      anchor: 'polku',
      field: 'note',
      language: 'fi',
      text: 'Huom',
      expectedRevision: null,
    });
    const { revision } = (await getDraft(ctx, path)).elements[0]!.texts['title']!.fi!;
    await writeText(ctx, {
      path,
      anchor: 'polku',
      field: 'title',
      language: 'fi',
      text: 'Uusi',
      expectedRevision: revision,
    });
    const as = (role: 'editor' | 'viewer', node: string) =>
      ctx.as({ actor: { kind: 'account', id: ctx.county, roles: [{ role, node }] } });
    expect(await listPaths(as('editor', here.id))).toMatchObject([
      {
        id: path,
        title: { fi: 'Uusi' },
        status: 'changed',
        publishedOn: '2026-11-18',
        languages: ['fi', 'sv', 'en'],
        stale: 2,
        missing: 2,
      },
    ]);
    expect(await listPaths(as('editor', ctx.root))).toHaveLength(1);
    expect(await listPaths(as('editor', elsewhere.id))).toEqual([]);
    expect(await listPaths(as('viewer', ctx.root))).toEqual([]);
  });

  test('tells what each names and lacks, the same whether its summary was kept or not', async ({
    ctx,
  }) => {
    const { path, phase, step } = await buildFitPath(ctx);
    await setProperties(ctx, path, phase, { standardPhases: ['organising', 'care'] });
    await setProperties(ctx, path, step, { segments: ['s2'] });
    const link = await addElement(ctx, path, { parent: step, kind: 'link', title: 'Linkki' });
    const expires = { url: { fi: 'https://polku.example' }, expires: '2026-12-01' };
    await setProperties(ctx, path, link, expires);
    for (const [field, text] of [
      ['why', 'Syy'],
      ['title', 'Linkki'],
    ] as const)
      for (const language of ['fi', 'sv', 'en'] as const)
        await writeText(ctx, { path, anchor: link, field, language, text, expectedRevision: null });
    const point = { parent: 'polku', kind: 'critical-point', title: 'Jonotus' } as const;
    const critical = await addElement(ctx, path, point);
    await setProperties(ctx, path, critical, { segments: ['s4'], at: [phase] });
    await writeText(ctx, {
      path,
      anchor: critical,
      field: 'notMeasurable',
      language: 'fi',
      text: 'Tietoa ei kerätä.',
      expectedRevision: null,
    });
    const roles = [{ role: 'management', node: ctx.root }] as const;
    const reader = ctx.as({ actor: { kind: 'account', id: ctx.county, roles } });
    const tells = {
      level: 'service',
      owner: null,
      segments: ['s2', 's4'],
      standardPhases: ['care', 'organising'],
      unmeasured: 1,
      expires: ['2026-12-01'],
      missing: 0,
    };
    expect(await listPaths(reader)).toMatchObject([{ ...tells, status: 'draft', phases: [] }]);
    await takeAsChecked(ctx, ['https://polku.example']);
    await publishReviewed(ctx, path);
    const worked = await listPaths(reader);
    expect(worked).toMatchObject([{ ...tells, status: 'published', phases: [phase] }]);
    await keepSummary(ctx, path);
    expect(await listPaths(reader)).toEqual(worked);
    await ctx.db.updateTable('link_check').set({ outcome: 'broken' }).execute();
    expect(await listPaths(reader)).toMatchObject([{ broken: 1, waiting: false }]);
  });
});

test('easy language names a path neither in the list nor where its parts are described', async ({
  ctx,
}) => {
  const { path, phase } = await buildFitPath(ctx);
  for (const anchor of ['polku', phase]) {
    const place = { path, anchor, field: 'title', language: 'fi-simple' } as const;
    await writeText(ctx, { ...place, text: 'Helposti', expectedRevision: null });
  }
  await publishReviewed(ctx, path);
  const actor = {
    kind: 'account' as const,
    id: ctx.county,
    roles: [{ role: 'editor' as const, node: ctx.root }],
  };
  const [listed] = await listPaths(ctx.as({ actor }));
  expect(Object.keys(listed!.title).toSorted()).toEqual(['en', 'fi', 'sv']);
  const { title, anchors } = (await describeAnchors(ctx, [path])).get(path)!;
  for (const said of [title, anchors.get(phase)!.title])
    expect(Object.keys(said).toSorted()).toEqual(['en', 'fi', 'sv']);
});
