import { describe, expect } from 'vitest';
import { z } from 'zod';
import { isPlain, listChannels } from '#modules/channels';
import { takeSeed } from '#modules/handbook';
import { findPublishedPath, importPath, listPublishedPaths, PathDocument } from '#modules/paths';
import { withDatabase } from '#tests/support/database.ts';
import { publishReviewed } from '#tests/support/path-builders.ts';
import { easyChannels, easyHolidays } from './easy-channels.ts';
import { examplePaths, phasesOf } from './example-paths.ts';
import { addChannels } from './fill-channels.ts';

const test = withDatabase();

type Element = PathDocument['path'];

const flat = (element: Element): Element[] => [element, ...(element.children ?? []).flatMap(flat)];

const WHOLE = examplePaths.flatMap(({ document }) => flat(document.path));
const EASY = examplePaths.filter(({ document }) => document.path.properties?.['easy']);

/** What is written in a variant, with the place of each text. */
const written = (elements: readonly Element[], variant: string): [string, string][] =>
  elements.flatMap(({ anchor, texts = {} }) =>
    Object.entries(texts).flatMap(([field, said]): [string, string][] =>
      said[variant] ? [[`${anchor} ${field}`, said[variant]]] : [],
    ),
  );

const sentences = (text: string): string[] =>
  text
    .split(/[.!?]\s+|[.!?]$|\n+/)
    .map((sentence) => sentence.replace(/^(- |\d+\.? ?)/, '').trim())
    .filter((sentence) => sentence !== '');

const wordsOf = (text: string): number => text.split(/\s+/).length;

describe('the paths of the example county', () => {
  test('are fit for publishing with the channels of its register', async ({ ctx }) => {
    await addChannels(ctx);
    await takeSeed(ctx);
    for (const { name, document } of examplePaths) {
      const path = await importPath(ctx, {
        node: ctx.root,
        units: [],
        document,
        linksChecked: true,
      });
      expect(await publishReviewed(ctx, path), name).toMatchObject({ kind: 'published' });
      expect(await findPublishedPath(ctx, 'fi', document.slugs.fi!), name).toBeDefined();
    }
    expect(await listPublishedPaths(ctx, 'sv')).toHaveLength(examplePaths.length);
  });

  test('have titles that fit and phases in every language', () => {
    for (const { anchor, kind, texts } of WHOLE) {
      for (const title of Object.values(texts?.['title'] ?? {}))
        expect(title.length, `${kind} ${anchor}: ${title}`).toBeLessThanOrEqual(84);
    }
    expect(examplePaths.map(({ name }) => phasesOf(name).length)).toEqual([5, 6, 8, 7]);
  });

  test('say that no professional has checked them, in each of their variants', () => {
    for (const { name, document } of examplePaths) {
      const { title, note } = document.path.texts!;
      expect(Object.keys(note ?? {}).toSorted(), name).toEqual(Object.keys(title!).toSorted());
      expect(note?.['fi'], name).toContain('esimerkki');
    }
  });

  test('have no phone number and no hours in a step, for these are in the register', () => {
    const steps = WHOLE.filter(({ kind }) => kind === 'step' || kind === 'phase');
    for (const variant of ['fi', 'sv', 'en', 'fi-simple'])
      for (const [place, text] of written(steps, variant))
        expect(text, place).not.toMatch(/\d{6}|0\d[ \d]{5,}|\bklo\b|\bkl\. ?\d|\d ?(am|pm)\b/);
  });

  test('are written in all three languages, also for the staff', () => {
    for (const { anchor, texts = {} } of WHOLE)
      for (const [field, said] of Object.entries(texts))
        expect(Object.keys(said), `${anchor} ${field}`).toEqual(
          expect.arrayContaining(['fi', 'sv', 'en']),
        );
  });
});

test('the four together use every kind and every property of the model', () => {
  const { $defs = {} } = z.toJSONSchema(PathDocument, { io: 'input' }) as {
    $defs?: Record<string, { properties?: { properties?: { properties?: object } } }>;
  };
  const unused = Object.entries($defs).flatMap(([kind, { properties }]) => {
    const used = WHOLE.filter((element) => element.kind === kind);
    const names = Object.keys(properties?.properties?.properties ?? {});
    return used.length === 0
      ? [kind]
      : names
          .filter((name) => !used.some((element) => element.properties?.[name] !== undefined))
          .map((name) => `${kind}.${name}`);
  });
  expect(Object.keys($defs).length).toBeGreaterThan(25);
  expect(unused).toEqual([]);
});

describe('easy Finnish', () => {
  test('is offered on the three paths that residents follow', () => {
    expect(EASY.map(({ name }) => name)).toEqual(['sti', 'abortion', 'multiService']);
  });

  test.for(EASY)('of $name has short sentences', ({ document }) => {
    const all = written(flat(document.path), 'fi-simple').flatMap(([place, text]) =>
      sentences(text).map((sentence) => [place, sentence] as const),
    );
    const lengths = all.map(([, sentence]) => wordsOf(sentence)).toSorted((a, b) => a - b);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, sentence]) => wordsOf(sentence) > 20)).toEqual([]);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(9);
  });

  test('is spoken by the channels of those paths too', async ({ ctx }) => {
    await addChannels(ctx);
    const used = new Set(
      EASY.flatMap(({ document }) => flat(document.path)).map((one) => one.channel),
    );
    const channels = (await listChannels(ctx)).filter(({ code }) => used.has(code));
    expect(channels.length).toBeGreaterThan(20);
    expect(channels.filter((one) => isPlain(one, 'fi-simple')).map(({ code }) => code)).toEqual([]);
    const notes = easyHolidays.map(({ text }) => text);
    for (const said of [...Object.values(easyChannels), notes])
      for (const text of Object.values(said).filter((one) => typeof one === 'string')) {
        expect(text).not.toMatch(HARD);
        expect(sentences(text).filter((sentence) => wordsOf(sentence) > 12)).toEqual([]);
      }
  });

  test.for(EASY)('of $name explains instead of using hard words', ({ document }) => {
    for (const [place, text] of written(flat(document.path), 'fi-simple'))
      expect(text, place).not.toMatch(HARD);
  });
});

// Words of offices that a reader of easy language stumbles on.
const HARD =
  /asiakkuu|koordino|monialais|moniammatill|palvelukokonaisuu|palvelutarpee|resurs|prosess|toimenpiteitä|suostumu|ennaltaehkäis|toteutetaan|mahdollista[ja]|osalli|hakeutu|indikaat/i;
