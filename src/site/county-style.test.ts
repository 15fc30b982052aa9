import { expect, test } from 'vitest';
import { countyStyle } from './county-style.ts';

test('a county’s colours become custom properties', () => {
  expect(countyStyle({ '--county-brand': '#004d40', '--county-accent': 'hsl(23 82% 50%)' })).toBe(
    ':root{--county-brand:#004d40;--county-accent:hsl(23 82% 50%)}\n',
  );
});

test('what is no colour, or no name of the county’s look, is left out', () => {
  const style = countyStyle({
    '--county-brand': 'red}body{display:none',
    '--county-mark': 'url(https://elsewhere.example)',
    color: 'red',
  });
  expect(style).toBe(':root{}\n');
});
