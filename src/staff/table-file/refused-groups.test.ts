import { expect, test } from 'vitest';
import { groupRefused, rangesOf } from './refused-groups.ts';

const refusal = (detail: string, column: string | null = 'Kieli') => ({
  code: 'x',
  column,
  detail,
});
const line = (number: number, ...refusals: ReturnType<typeof refusal>[]) => ({
  line: number,
  changes: [],
  refusals,
});

test('rows that are refused in one column with the same words are one group, and none is left out', () => {
  const [a, other, elsewhere] = [refusal('a'), refusal('b'), refusal('a', 'Vaihe')];
  const groups = groupRefused([
    line(2, a),
    line(3, other),
    line(4, a, elsewhere),
    line(5, a, a),
    line(6, refusal('a', null)),
  ]);
  expect(groups.map(({ lines, ...rest }) => [lines.map((one) => one.line), rest])).toEqual([
    [[2, 4, 5], { column: 'Kieli', detail: 'a' }],
    [[3], { column: 'Kieli', detail: 'b' }],
    [[4], { column: 'Vaihe', detail: 'a' }],
    [[6], { column: null, detail: 'a' }],
  ]);
});

test('numbers that follow one another are a range', () => {
  expect(rangesOf([20, 4, 5, 6, 8, 9])).toBe('4–6, 8–9, 20');
  expect(rangesOf([7])).toBe('7');
  expect(rangesOf([3, 3, 4])).toBe('3–4');
});
