import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MonthCell, tellTogether } from './tell.ts';

const LIMIT = 5;

/** Months of so many people; those in brackets are hidden. */
const months = (...sizes: (number | [number])[]): MonthCell[] =>
  sizes.map((size, column) =>
    typeof size === 'number'
      ? { column, size, hidden: false }
      : { column, size: size[0], hidden: true },
  );

test.each([
  ['all that is shown is added up', months(6, 20), { columns: [0, 1], n: 26, atLeast: false }],
  ['one hidden month is left out', months([3], 20), { columns: [1], n: 20, atLeast: false }],
  ['however large it is', months([300], [2], 20), { columns: [2], n: 20, atLeast: false }],
  ['and nothing else is told', months([300], [4], [0]), undefined],
  ['several come in together', months([3], [4], [2], 20), { n: 25, atLeast: true }],
  ['said coarsely', months([40], [30], [28], [0], 7), { columns: [4, 0, 1, 2], n: 57 }],
  ['nobody is not told apart from a few', months([0], [0]), undefined],
] as const)('%s', (_, cells, told) => {
  if (told) expect(tellTogether(cells, LIMIT)).toMatchObject(told);
  else expect(tellTogether(cells, LIMIT)).toBe(undefined);
});

const cell = fc.oneof(fc.integer({ min: 5, max: 60 }), fc.tuple(fc.nat({ max: 30 })));

test('F1: whoever a hidden month is thought to hold, nobody among them, what is told holds', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (sizes) => {
      const cells = months(...sizes);
      const told = tellTogether(cells, LIMIT);
      const shown = cells.filter(({ hidden }) => !hidden).reduce((n, { size }) => n + size, 0);
      if (!told) return;
      if (!told.atLeast) {
        expect([
          told.n,
          cells.every(({ hidden, column }) => hidden !== told.columns.includes(column)),
        ]).toEqual([shown, true]);
        return;
      }
      expect(told.n).toBeGreaterThanOrEqual(shown + LIMIT);
      const all = cells.reduce((n, { size }) => n + size, 0);
      for (const { hidden, size } of cells)
        if (hidden) expect(all - size).toBeGreaterThanOrEqual(told.n);
    }),
    { numRuns: 5_000 },
  );
});
