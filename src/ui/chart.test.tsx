import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ChartFrame } from './chart-frame.tsx';
import { IntervalBar } from './chart-interval.tsx';
import { LineChart } from './chart-line.tsx';

const point = (key: string, value: number | null) => ({
  key,
  figure: value === null ? null : { value, low: value - 5, high: value + 5 },
  comparison: 40,
});
const axes = {
  heights: [-100, 0, 100],
  heightLabel: String,
  keyLabel: (key: string) => key,
  breakLabel: 'uusi kysely',
};

test('an interval is drawn without a browser and says the same in words', () => {
  const html = renderToStaticMarkup(
    <IntervalBar
      value={4.5}
      low={4.4}
      high={4.7}
      comparison={4}
      scale={[1, 5]}
      label="4,5, todennäköisesti 4,4–4,7"
    />,
  );
  expect(html).toContain('role="img" aria-label="4,5, todennäköisesti 4,4–4,7"');
  expect(html.match(/<line/g)).toHaveLength(3);
});

test('a hidden point leaves a gap and is never drawn as zero', () => {
  const segments = [
    {
      key: 'a',
      points: [point('1', 50), point('2', 52), point('3', null), point('4', 48), point('5', 50)],
    },
  ];
  const html = renderToStaticMarkup(
    <LineChart
      keys={['1', '2', '3', '4', '5']}
      segments={segments}
      scale={[-100, 100]}
      label=""
      axes={axes}
    />,
  );
  expect(html.match(/<circle/g)).toHaveLength(4);
  const line =
    html.match(/class="visx-linepath [^"]*line[^"]*" d="([^"]+)"/)?.[1] ??
    html.match(/d="([^"]+)"/g)!.at(-1)!;
  expect(line.match(/M/g)).toHaveLength(2);
});

test('a point between two gaps is seen even in a sparkline', () => {
  const segments = [{ key: 'a', points: [point('1', null), point('2', 52), point('3', null)] }];
  expect(
    renderToStaticMarkup(
      <LineChart keys={['1', '2', '3']} segments={segments} scale={[-100, 100]} label="" />,
    ),
  ).toContain('<circle');
});

test('between two instruments the line breaks and says why', () => {
  const segments = [
    { key: 'a', points: [point('1', 50)] },
    { key: 'b', points: [point('2', 60)] },
  ];
  expect(
    renderToStaticMarkup(
      <LineChart keys={['1', '2']} segments={segments} scale={[-100, 100]} label="" axes={axes} />,
    ),
  ).toContain('uusi kysely');
});

test('a chart has its table beside it', () => {
  const html = renderToStaticMarkup(
    <ChartFrame caption="c" chart={<svg />} tableLabel="Näytä taulukkona" table={<table />} />,
  );
  expect(html).toMatch(/<figcaption.*<details.*<summary>Näytä taulukkona<\/summary><table>/);
});
