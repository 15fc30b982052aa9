import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { FigureInWords, RECOMMENDATION_SCALE } from './figures.tsx';
import { MonthlyLine } from './monthly-line.tsx';

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const draw = (figure: Parameters<typeof FigureInWords>[0]['figure']): string =>
  textOf(
    renderToStaticMarkup(
      <FigureInWords figure={figure} scale={RECOMMENDATION_SCALE} decimals={0} language="fi" />,
    ),
  );

describe('a public figure', () => {
  test('stands with its interval and its number of answers', () => {
    expect(draw({ state: 'enough', n: 128, value: 71, low: 66, high: 76 })).toBe(
      '71 todennäköisesti 66–76 · 128 vastausta',
    );
  });

  test('says when it is imprecise', () => {
    expect(draw({ state: 'wide', n: 20, value: 50, low: 20, high: 80 })).toContain('epätarkka');
  });

  test('with too few answers is not shown, and never zero', () => {
    expect(draw({ state: 'few' })).toBe(
      'Liian vähän vastauksia. Luku näkyy, kun vastauksia on vähintään 10.',
    );
  });

  test('whose interval rounds to one number says that number once', () => {
    expect(draw({ state: 'enough', n: 9000, value: 71, low: 70.9, high: 71.2 })).toContain(
      'todennäköisesti 71 ·',
    );
  });
});

const versionOf = (version: number, from: string) => ({
  id: `0199aaaa-0000-7000-8000-00000000000${version}`,
  code: 'national',
  version,
  name: { fi: 'Kysely' },
  respondents: ['customer'],
  from,
});

test('the line over months has its table and breaks where a month is hidden', () => {
  const shown = { state: 'enough', n: 50, value: 40, low: 30, high: 50 } as const;
  const months = ['2026-08', '2026-09', '2026-10'];
  const set = versionOf(1, '2023-01-01');
  const points = months.map((month, index) => ({
    month,
    figure: index === 1 ? ({ state: 'few' } as const) : shown,
    parent: null,
  }));
  const html = renderToStaticMarkup(
    <MonthlyLine line={{ months, segments: [{ set, points }] }} language="fi" />,
  );
  expect(textOf(html)).toContain(
    'lokakuu 2026 40 30–50 50 syyskuu 2026 liian vähän vastauksia elokuu 2026 40',
  );
  expect(html.match(/<circle/g)).toHaveLength(2);
  expect(html.match(/<path/g)).toHaveLength(4);
});

test('a new version breaks the line: no stroke crosses it, and it is said in words', () => {
  const shown = { state: 'enough', n: 50, value: 40, low: 30, high: 50 } as const;
  const months = ['2026-07', '2026-08', '2026-09', '2026-10'];
  const at = (month: string) => ({ month, figure: shown, parent: null });
  const segments = [
    { set: versionOf(1, '2023-01-01'), points: months.slice(0, 2).map(at) },
    { set: versionOf(2, '2026-09-01'), points: months.slice(2).map(at) },
  ];
  const html = renderToStaticMarkup(<MonthlyLine line={{ months, segments }} language="fi" />);
  expect(textOf(html)).toContain('Kysely vaihtui 1.9.2026.');
  const strokes = [...html.matchAll(/<path class="[^"]*line[^"]*" d="M([^"]+)"/g)].map(([, d]) =>
    d!.split(' L').map((point) => Number(point.split(' ')[0])),
  );
  expect(strokes).toHaveLength(2);
  expect(Math.max(...strokes[0]!)).toBeLessThan(Math.min(...strokes[1]!));
});
