import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import sti from '#main/example/paths/sti.json' with { type: 'json' };
import { createChannel } from '#modules/channels';
import { sourceOf, type Variant, VARIANTS } from '#platform/language.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { CHILDREN, type ElementKind } from './element.ts';
import { FIELDS } from './element-fields.ts';
import { type Input, inputsOf } from './element-inputs.ts';
import { DEFAULTS } from './element-properties.ts';
import { exportPath } from './export-path.ts';
import { importPath } from './import-path.ts';
import { type ElementDocument, PATH_FORMAT, PathDocument, pathSchema } from './path-document.ts';
import { TEMPLATES } from './path-templates.ts';
import { validatePath } from './validate-path.ts';

const test = withDatabase();

const CHANNELS = ['ovi', 'puhelin'] as const;

async function addChannels(ctx: TestContext): Promise<void> {
  for (const code of CHANNELS)
    await createChannel(ctx, { kind: 'location', texts: { name: { fi: code } } }, code);
}

/** Any text that may be stored: of any signs, as it stands after it has been read. */
const legalText = (maximum: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: Math.min(maximum, 60) }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '👩🏽‍⚕️ apua',
          'مرحبا بك',
          'שלום\nעולם',
          'a\n\n- b\n- c',
          '=1+1',
          "'x",
          '\u2028rivi',
          '{"a":1}',
        ),
      },
    )
    .map((text) => {
      const plain = text.replaceAll('\u0000', '').replaceAll('\r\n', '\n').normalize('NFC');
      return plain.slice(0, maximum).toWellFormed().trim() || 'a';
    });

const slug = fc.constantFrom('a', 'b-2', 'vaihe-1', 'segmentti');
const address = fc.record(
  { fi: fc.webUrl(), sv: fc.webUrl(), en: fc.webUrl() },
  { requiredKeys: [] },
);
const day = fc.constantFrom('2026-02-28', '2027-12-31', null);

function valueOf(input: Input): fc.Arbitrary<unknown> {
  switch (input.as) {
    case 'choice':
      return fc.constantFrom(...input.options);
    case 'flag':
      return fc.boolean();
    case 'day':
      return day;
    case 'address':
      return address;
    case 'line':
      return legalText(input.maximum);
    case 'number':
      return fc.integer({ min: input.least, max: input.most });
    default:
      return fc.array(slug, { maxLength: 2 });
  }
}

const easy = fc.subarray(['fi-simple', 'sv-simple', 'en-simple']);

function propertiesOf(kind: ElementKind): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.fromEntries(inputsOf(kind).map((input) => [input.name, valueOf(input)]));
  const all = kind === 'path' ? { ...values, easy } : values;
  return fc.record(all, { requiredKeys: [] }).map((given) => changedFrom(kind, given));
}

/** Without what is the first value of its kind, which a file leaves out. */
const changedFrom = (kind: ElementKind, given: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) =>
        JSON.stringify(value) !==
        JSON.stringify((DEFAULTS[kind] as unknown as Record<string, unknown>)[name]),
    ),
  );

const saidOf = (maximum: number): fc.Arbitrary<Record<string, string>> =>
  fc.dictionary(fc.constantFrom(...VARIANTS), legalText(maximum), { noNullPrototype: true });

type Bare = Omit<ElementDocument, 'anchor' | 'children'> & { readonly children: readonly Bare[] };

const elementOf = (kind: ElementKind): fc.Arbitrary<Bare> =>
  fc.record({
    kind: fc.constant(kind),
    ...(kind === 'channel-use' && { channel: fc.constantFrom(...CHANNELS) }),
    properties: propertiesOf(kind),
    texts: fc.record(
      Object.fromEntries(FIELDS[kind].map(({ name, maximum }) => [name, saidOf(maximum)])),
      { requiredKeys: [] },
    ),
    outdated: fc.constant({}),
    children:
      CHILDREN[kind].length === 0
        ? fc.constant([])
        : fc.array(fc.oneof(...CHILDREN[kind].map(elementOf)), {
            maxLength: kind === 'path' ? 6 : 2,
          }),
  }) as fc.Arbitrary<Bare>;

/** Gives each element an anchor and leaves out what is empty; every other translation is behind. */
function withAnchors(
  { kind, channel, properties, texts, children }: Bare,
  next: () => string,
): ElementDocument {
  const said = Object.fromEntries(Object.entries(texts ?? {}).filter(([, one]) => filled(one)));
  const outdated = Object.fromEntries(
    Object.entries(said).flatMap(([field, one]) => {
      const behind = Object.keys(one).filter((variant, index) => {
        const source = sourceOf(variant as Variant);
        return index % 2 === 1 && source !== null && one[source] !== undefined;
      });
      return behind.length > 0 ? [[field, behind.toSorted()]] : [];
    }),
  );
  const anchor = kind === 'path' ? 'polku' : next();
  const below = children.map((child) => withAnchors(child, next));
  return {
    anchor,
    kind,
    ...(channel && { channel }),
    ...(filled(properties ?? {}) && { properties }),
    ...(filled(said) && { texts: said }),
    ...(filled(outdated) && { outdated }),
    ...(below.length > 0 && { children: below }),
  };
}

const filled = (object: object): boolean => Object.keys(object).length > 0;

const anyPath = elementOf('path').map((bare) => {
  let count = 0;
  return withAnchors(bare, () => `osa-${(count += 1)}`);
});

const inOrder = (element: ElementDocument): ElementDocument => ({
  ...element,
  ...(element.outdated && {
    outdated: Object.fromEntries(
      Object.entries(element.outdated).map(([field, variants]) => [field, variants.toSorted()]),
    ),
  }),
  ...(element.children && { children: element.children.map(inOrder) }),
});

const ajv = new Ajv2020({ allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/, uri: true } });
const isOfSchema = ajv.compile(pathSchema());

test('any path comes back from its file as it went in, and fits the published schema', async ({
  ctx,
}) => {
  await addChannels(ctx);
  await fc.assert(
    fc.asyncProperty(anyPath, async (path) => {
      const file = JSON.stringify({ format: PATH_FORMAT, path });
      expect(
        validatePath(file, new Set(CHANNELS)).filter(
          ({ code }) => code !== 'reference-missing' && code !== 'cell-backwards',
        ),
      ).toEqual([]);
      const document = PathDocument.parse(JSON.parse(file));
      const exported = await exportPath(
        ctx,
        await importPath(ctx, { node: ctx.root, units: [], document }),
      );
      expect(inOrder(exported.path)).toEqual(path);
      isOfSchema(exported);
      expect(isOfSchema.errors ?? []).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('the published schema', () => {
  test.for([['sti', sti], ...Object.entries(TEMPLATES)] as const)(
    'holds for %s',
    ([, document]) => {
      isOfSchema(document);
      expect(isOfSchema.errors ?? []).toEqual([]);
      expect(validatePath(JSON.stringify(document))).toEqual([]);
    },
  );

  test.for([
    { ...sti, owner: 'x' },
    { ...sti, format: 'urn:polku:service-path:2' },
    { ...sti, path: { ...sti.path, kind: 'phase' } },
    { ...sti, path: { ...sti.path, texts: { title: { xx: 'a' } } } },
    { ...sti, path: { ...sti.path, children: [{ anchor: 'A B', kind: 'phase' }] } },
    { ...sti, path: { ...sti.path, texts: { title: { fi: 'x'.repeat(85) } } } },
  ])('refuses what the program refuses: %#', (document) => {
    expect(isOfSchema(document)).toBe(false);
    expect(validatePath(JSON.stringify(document)).length).toBeGreaterThan(0);
  });
});

describe('validating a file', () => {
  const fileOf = (children: unknown): string =>
    JSON.stringify({ format: PATH_FORMAT, path: { anchor: 'polku', kind: 'path', children } });
  const said = (file: string, channels?: ReadonlySet<string>): string[] =>
    validatePath(file, channels).map(({ pointer, code }) => `${pointer} ${code}`);

  test('names every fault with its place', () => {
    const file = fileOf([
      { anchor: 'a', kind: 'phase' },
      { anchor: 'b', kind: 'phase', texts: { text: { fi: 'Hetu 131052-308T' } } },
      {
        anchor: 'a',
        kind: 'lane',
        children: [{ anchor: 'c', kind: 'cell', properties: { from: ['b'], to: ['a'] } }],
      },
      { anchor: 'q', kind: 'quote', properties: { at: ['ei-ole'] } },
      {
        anchor: 'd',
        kind: 'phase',
        children: [
          {
            anchor: 'e',
            kind: 'step',
            properties: { law: '131052-308T' },
            children: [{ anchor: 'f', kind: 'channel-use', channel: 'puuttuu' }],
          },
        ],
      },
    ]);
    const at = '/path/children';
    const known = [
      `${at}/1/texts/text/fi identity-code`,
      `${at}/2/anchor taken`,
      `${at}/4/children/0/properties/law identity-code`,
      `${at}/2/children/0/properties/to cell-backwards`,
      `${at}/3/properties/at reference-missing`,
    ];
    expect(said(file)).toEqual(known);
    expect(said(file, new Set(['ovi']))).toContain(
      `${at}/4/children/0/children/0/channel not-an-option`,
    );
  });

  test('H4: takes neither prototypes nor fields that it does not know', () => {
    const polluted = ['__proto__', 'constructor', 'prototype', 'county_id', 'toString'];
    for (const name of polluted) {
      const wrong = [
        `{"format":"${PATH_FORMAT}","${name}":{"polluted":1},"path":{"anchor":"polku","kind":"path"}}`,
        `{"format":"${PATH_FORMAT}","path":{"anchor":"polku","kind":"path","${name}":{"polluted":1}}}`,
        `{"format":"${PATH_FORMAT}","path":{"anchor":"polku","kind":"path","texts":{"${name}":{"fi":"a"}}}}`,
        `{"format":"${PATH_FORMAT}","path":{"anchor":"polku","kind":"path","texts":{"title":{"${name}":"a"}}}}`,
        `{"format":"${PATH_FORMAT}","path":{"anchor":"polku","kind":"path","properties":{"${name}":{"polluted":1}}}}`,
        `{"format":"${PATH_FORMAT}","settings":{"${name}":{"polluted":1}},"path":{"anchor":"polku","kind":"path"}}`,
      ];
      for (const file of wrong) expect(said(file), file).toHaveLength(1);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.for(['', '{', '[]', 'null', '{"path":{}}', '\uFEFF{}', '{"a":'.repeat(5_000)])(
    'is said to be no path: %#',
    (file) => {
      expect(validatePath(file).length).toBeGreaterThan(0);
    },
  );
});
