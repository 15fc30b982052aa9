import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findChanges } from './compare-versions.ts';
import type { ComparedElement } from './compared-store.ts';
import { compareWords, newBudget } from './word-difference.ts';

const words = (before: string, after: string) => compareWords(before, after, newBudget());

describe('words', () => {
  const text = fc
    .array(fc.constantFrom('soita', 'varaa', 'aika', 'ja', '\n', '  ', 'nyt.'), { maxLength: 30 })
    .map((parts) => parts.join(' '));

  test('what is the same and removed is the old text, what is the same and added the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = words(before, after);
        const only = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(only('added')).toBe(before);
        expect(only('removed')).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  test('as little as can be is told as changed', () => {
    expect(words('Soita ja varaa aika.', 'Soita heti ja varaa uusi aika.')).toEqual([
      { kind: 'same', text: 'Soita ' },
      { kind: 'added', text: 'heti ' },
      { kind: 'same', text: 'ja varaa' },
      { kind: 'added', text: ' uusi' },
      { kind: 'same', text: ' aika.' },
    ]);
    expect(words('', 'Uusi')).toEqual([{ kind: 'added', text: 'Uusi' }]);
    expect(words('Vanha', '')).toEqual([{ kind: 'removed', text: 'Vanha' }]);
  });

  test.each([
    [
      'two long texts without a word in common',
      (word: number) => `a${word}`,
      (word: number) => `b${word}`,
    ],
    [
      'the same few words in turn',
      (word: number) => `${word % 2}`,
      (word: number) => `${word % 3}`,
    ],
    ['one word over and over', () => 'a', (word: number) => (word % 5 === 0 ? 'b' : 'a')],
  ])('H5: %s end within the budget and lose nothing', (_, old, young) => {
    const before = Array.from({ length: 10_000 }, (_, word) => old(word)).join(' ');
    const after = Array.from({ length: 10_000 }, (_, word) => young(word)).join(' ');
    const budget = newBudget();
    const pieces = compareWords(before, after, budget);
    expect(budget.steps).toBeGreaterThan(-50_000);
    expect(
      pieces
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
  });
});

const element = (anchor: string, change: Partial<ComparedElement> = {}): ComparedElement => ({
  anchor,
  parent: 'polku',
  kind: 'phase',
  channel: null,
  properties: {},
  texts: new Map([['title/fi', anchor]]),
  ...change,
});
const told = (before: ComparedElement[], after: ComparedElement[]) =>
  findChanges(before, after).map(
    ({ anchor, change, moved }) => `${anchor} ${moved ? 'moved' : change}`,
  );

describe('parts', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((anchor) => element(anchor)) as [
    ComparedElement,
    ComparedElement,
    ComparedElement,
    ComparedElement,
  ];

  test('one that was carried past the others has moved, they have not', () => {
    expect(told([a, b, c, d], [d, a, b, c])).toEqual(['d moved']);
    expect(told([a, b, c, d], [b, c, d, a])).toEqual(['a moved']);
    expect(told([a, b, c, d], [a, b, c, d])).toEqual([]);
  });

  test('one that was taken below another part has moved', () => {
    expect(told([a, b], [a, element('b', { parent: 'a' })])).toEqual(['b moved']);
  });

  test('what nobody has chosen is not told', () => {
    const young = element('a', { properties: { promises: [], timing: 'during' } });
    expect(findChanges([], [young])[0]?.properties).toEqual([
      { name: 'timing', before: '', after: 'during' },
    ]);
    const old = element('a', { properties: { promises: ['near'], timing: 'during' } });
    expect(findChanges([old], [young])[0]?.properties).toEqual([
      { name: 'promises', before: '["near"]', after: '' },
    ]);
  });

  test('what was removed is told where it stood', () => {
    expect(told([a, b, c], [a, c])).toEqual(['b removed']);
    expect(told([a, b, c], [element('c', { texts: new Map() }), d])).toEqual([
      'a removed',
      'b removed',
      'c changed',
      'd added',
    ]);
  });
});
