import { expect, test } from 'vitest';
import {
  chooseQuestions,
  chooseStrengths,
  listDifferences,
  type StatementFigures,
} from './guide-rules.ts';

const figures = (
  code: string,
  theme: string,
  mean: number,
  more: Partial<StatementFigures> = {},
): StatementFigures => ({
  code,
  theme,
  mean,
  answers: { n: 40 },
  state: 'enough',
  text: { fi: code },
  besideParent: 'same',
  parentMean: 4.2,
  besideFormer: 'same',
  ...more,
});

const usual = [
  figures('got-help', 'access', 4.6),
  figures('cared-for', 'encounter', 4.8),
  figures('understood-information', 'information', 3.9),
  figures('know-next', 'information', 3.4),
  figures('felt-safe', 'safety', 4.1),
];

test('the meeting begins with at most three strong statements, the strongest first', () => {
  const { state, statements } = chooseStrengths(usual);
  expect([state, statements.map(({ code }) => code)]).toEqual([
    'strong',
    ['cared-for', 'got-help', 'felt-safe'],
  ]);
});
test('an imprecise figure is praised only where there is no better known one', () => {
  const imprecise = figures('found-useful', 'benefit', 4.9, { state: 'wide' });
  expect(chooseStrengths([imprecise, ...usual]).statements[0]?.code).toBe('cared-for');
  expect(chooseStrengths([imprecise]).statements[0]?.code).toBe('found-useful');
});
test('where nothing is strong, the best there is is told and called just that', () => {
  const { state, statements } = chooseStrengths([
    figures('a', 'access', 3.2),
    figures('b', 'safety', 3.6),
  ]);
  expect([state, statements.map(({ code }) => code)]).toEqual(['best', ['b']]);
});
test('without figures there is nothing to praise', () => {
  expect(chooseStrengths([])).toEqual({ state: 'few', statements: [] });
});
test('the lowest statement asks first, another theme second, and what succeeds last', () => {
  expect(
    chooseQuestions(usual).map(({ code, because, statement }) => [code, because, statement?.code]),
  ).toEqual([
    ['information', 'lowest', 'know-next'],
    ['safety', 'next-lowest', 'felt-safe'],
    ['keep', 'strongest', 'cared-for'],
  ]);
});
test('what is worse than the node above beyond chance goes before the next lowest', () => {
  const worse = usual.map((figure) =>
    figure.code === 'got-help' ? { ...figure, besideParent: 'worse' as const } : figure,
  );
  expect(chooseQuestions(worse)[1]).toMatchObject({ code: 'access', because: 'worse-than-parent' });
});
test('what has declined goes before the next lowest too', () => {
  const declined = usual.map((figure) =>
    figure.code === 'got-help' ? { ...figure, besideFormer: 'worse' as const } : figure,
  );
  expect(chooseQuestions(declined)[1]).toMatchObject({ code: 'access', because: 'declined' });
});
test('with too few answers there are three questions all the same', () => {
  expect(chooseQuestions([]).map(({ code }) => code)).toEqual(['hear-more', 'notice', 'one-thing']);
});
test('with one statement it is not asked about twice', () => {
  expect(chooseQuestions([figures('own', 'garden', 4.4)]).map(({ code }) => code)).toEqual([
    'other',
    'notice',
    'one-thing',
  ]);
});
test('a difference that may be chance is no difference', () => {
  expect(
    listDifferences(true, usual, { value: 60, parentValue: 66, besideParent: 'same' }),
  ).toEqual({ state: 'none', items: [] });
});
test('what is worse is told before what is better', () => {
  const both = [
    figures('a', 'access', 4.6, { besideParent: 'better' }),
    figures('b', 'safety', 3.1, { besideParent: 'worse' }),
  ];
  const { items } = listDifferences(true, both, {
    value: 80,
    parentValue: 60,
    besideParent: 'better',
  });
  expect(items.map(({ direction, statement }) => [direction, statement?.code])).toEqual([
    ['worse', 'b'],
    ['better', undefined],
    ['better', 'a'],
  ]);
});
test('few answers, and a node without one above it, are told apart from no difference', () => {
  expect(listDifferences(true, [], null).state).toBe('few');
  expect(listDifferences(false, usual, null).state).toBe('no-parent');
});
