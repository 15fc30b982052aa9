import { describe, expect } from 'vitest';
import { channels as exampleChannels } from '#main/example/channels.ts';
import sti from '#main/example/paths/sti.json' with { type: 'json' };
import { changeChannel, closeChannel, createChannel } from '#modules/channels';
import { buildNode } from '#tests/support/builders.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { buildChannel, buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { describeAnchors } from './describe-anchors.ts';
import { addElement, removeElement } from './edit-elements.ts';
import {
  findPublishedPath,
  getDraftView,
  getPublishedView,
  listPublishedPaths,
} from './find-paths.ts';
import { getDraft } from './get-draft.ts';
import { importPath } from './import-path.ts';
import { type ElementDocument, PathDocument } from './path-document.ts';
import { setSlug } from './path-address.ts';
import { listPathUnits, setUnits } from './path-units.ts';
import type { PathView } from './path-view.ts';
import { publishDraft } from './publish-draft.ts';

const test = withDatabase();

const EXAMPLE = PathDocument.parse(sti);

const below = ({ children = [] }: ElementDocument, kind: string): ElementDocument[] =>
  children.filter((child) => child.kind === kind);

const addressOf = (properties: ElementDocument['properties']): unknown =>
  (properties?.['url'] as { fi?: string } | undefined)?.fi;

const outlineOf = (step: PathView['phases'][number]['steps'][number]): unknown[] => [
  step.anchor,
  step.logic,
  step.title,
  step.cost,
  step.wait,
  step.needs,
  step.channels.map(({ channel }) => channel.code),
  step.links.map(({ url }) => url),
  step.symptomChecks.length,
  step.forms.length,
];

async function importExample(ctx: TestContext): Promise<{ path: string; unit: string }> {
  for (const {
    code,
    kind,
    url,
    phone,
    name,
    description,
    hours,
    needs,
    cost,
    address,
  } of exampleChannels) {
    const texts = {
      name,
      description,
      hours,
      cost,
      ...(needs && { needs }),
      ...(address && { address }),
    };
    const form = { kind: kind === 'form' ? ('e-service' as const) : kind, url, phone, texts };
    await createChannel(ctx, form, code);
  }
  const unit = (await buildNode(ctx)).id;
  const path = await importPath(ctx, {
    node: ctx.root,
    units: [unit],
    document: EXAMPLE,
    linksChecked: true,
  });
  expect(await publishReviewed(ctx, path)).toEqual({ kind: 'published', number: 1 });
  return { path, unit };
}

describe('the example path', () => {
  test('passes the gates and is read in each language as it was written', async ({ ctx }) => {
    const { path, unit } = await importExample(ctx);
    expect(await listPathUnits(ctx, path)).toEqual([unit]);
    for (const language of ['fi', 'sv', 'en'] as const) {
      const found = await findPublishedPath(ctx, language, EXAMPLE.slugs[language]!);
      if (found?.kind !== 'found') throw new Error('not found');
      const { view } = found;
      const say = (element: ElementDocument, field: string): string =>
        element.texts?.[field]?.[language] ?? '';
      expect(view).toMatchObject({
        id: path,
        language,
        status: 'published',
        versionNumber: 1,
        clinical: true,
        stale: false,
        title: say(EXAMPLE.path, 'title'),
        description: say(EXAMPLE.path, 'description'),
        topic: say(EXAMPLE.path, 'topic'),
        note: say(EXAMPLE.path, 'note'),
        facts: say(EXAMPLE.path, 'facts').split('\n'),
        slugs: EXAMPLE.slugs,
        reviewDue: '2027-05-18',
      });
      expect(view.urgency.map(({ anchor, title }) => [anchor, title])).toEqual(
        below(EXAMPLE.path, 'urgency-notice').map((one) => [one.anchor, say(one, 'title')]),
      );
      expect(view.urgency[0]?.channels[0]?.channel.phone).toBe('116117');
      const phases = below(EXAMPLE.path, 'phase');
      expect(view.phases.map(({ anchor, number, title }) => [anchor, number, title])).toEqual(
        phases.map((phase, index) => [phase.anchor, index + 1, say(phase, 'title')]),
      );
      for (const [index, phase] of view.phases.entries()) {
        const written = phases[index]!;
        expect(phase.timing).toBe(written.properties?.['timing'] ?? 'during');
        expect(phase.instructions.map(({ anchor }) => anchor)).toEqual(
          below(written, 'instruction').map(({ anchor }) => anchor),
        );
        expect(phase.steps.map(outlineOf)).toEqual(
          below(written, 'step').map((step) => [
            step.anchor,
            step.properties?.['logic'] ?? 'next',
            ...['title', 'cost', 'wait', 'needs'].map((field) => say(step, field)),
            below(step, 'channel-use').map(({ channel }) => channel),
            below(step, 'link').map(({ properties }) => addressOf(properties)),
            below(step, 'symptom-check').length,
            below(step, 'form').length,
          ]),
        );
      }
    }
  });

  test('renders an instruction’s Markdown', async ({ ctx }) => {
    const { path } = await importExample(ctx);
    const view = await getPublishedView(ctx, path, 'fi');
    expect(view.phases[0]?.instructions[0]?.html).toMatch(
      /^<ul>\n<li>sinulla ei ole oireita<\/li>/,
    );
  });

  test('a view takes at most four queries', async ({ ctx }) => {
    await importExample(ctx);
    let queries = 0;
    const counted = {
      ...ctx,
      db: ctx.db.withPlugin({
        transformQuery: ({ node }) => ((queries += 1), node),
        transformResult: async ({ result }) => result,
      }),
    };
    await findPublishedPath(counted, 'fi', EXAMPLE.slugs.fi!);
    expect(queries).toBe(4);
    queries = 0;
    await listPublishedPaths(counted, 'fi');
    expect(queries).toBe(1);
  });
});

describe('a public address', () => {
  test('shows nothing before the first publication, and the draft never', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    expect(await findPublishedPath(ctx, 'fi', 'polku-fi')).toBeUndefined();
    await expect(getPublishedView(ctx, path, 'fi')).rejects.toMatchObject({ kind: 'not-found' });
    expect(await listPublishedPaths(ctx, 'fi')).toEqual([]);
    await publishReviewed(ctx, path);
    await addElement(ctx, path, { parent: 'polku', kind: 'phase', title: 'Vielä luonnos' });
    expect((await getPublishedView(ctx, path, 'fi')).phases).toHaveLength(1);
    expect(await getDraftView(ctx, path, 'sv')).toMatchObject({
      status: 'draft',
      stale: true,
      phases: [{}, { title: 'Vielä luonnos' }],
    });
    expect(await listPublishedPaths(ctx, 'sv')).toEqual([
      {
        id: path,
        slug: 'polku-sv',
        slugs: { fi: 'polku-fi', sv: 'polku-sv', en: 'polku-en' },
        title: 'Polku sv',
        description: 'Kuvaus sv',
        topic: 'Aihe sv',
        lifeEvents: [],
        number: 1,
      },
    ]);
  });
});

describe('a channel on a path', () => {
  test('is shown as the register has it now, and not at all once it is closed', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    const { id, kind, phone, url, texts } = await buildChannel(ctx);
    await addElement(ctx, path, { parent: step, kind: 'channel-use', channel: id });
    await publishReviewed(ctx, path);
    await changeChannel(ctx, id, {
      before: {
        kind,
        phone,
        url,
        texts: { ...texts, name: { ...texts.name, fi: texts.name.fi! } },
      },
      kind: 'phone',
      phone: '03 0000 0000',
      texts: { name: { fi: 'Uusi nimi' } },
    });
    const channels = async () =>
      (await getPublishedView(ctx, path, 'fi')).phases[0]!.steps[0]!.channels;
    expect(await channels()).toMatchObject([
      { channel: { phone: '03 0000 0000', texts: { name: { fi: 'Uusi nimi' } } } },
    ]);
    await closeChannel(ctx, id);
    expect(await channels()).toEqual([]);
  });
});

describe('two counties', () => {
  test('see nothing of each other’s paths', async ({ ctx, other }) => {
    const { path, phase } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    const missing = { kind: 'not-found' };
    await expect(getDraft(other, path)).rejects.toMatchObject(missing);
    await expect(getDraftView(other, path, 'fi')).rejects.toMatchObject(missing);
    await expect(publishDraft(other, path)).rejects.toMatchObject(missing);
    await expect(removeElement(other, path, phase)).rejects.toMatchObject(missing);
    await expect(setUnits(other, path, [])).rejects.toMatchObject(missing);
    await expect(setSlug(other, path, 'fi', { slug: 'x' })).rejects.toMatchObject(missing);
    expect(await findPublishedPath(other, 'fi', 'polku-fi')).toBeUndefined();
    expect(await listPublishedPaths(other, 'fi')).toEqual([]);
    expect(await describeAnchors(other, [path])).toEqual(new Map());
    const foreign = await buildNode(other);
    await expect(setUnits(ctx, path, [foreign.id])).rejects.toMatchObject({
      faults: [{ pointer: '/units/0', code: 'not-an-option' }],
    });
  });
});
