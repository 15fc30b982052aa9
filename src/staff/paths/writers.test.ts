import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Writers } from './writers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('who writes is shown where they write, moves with them, and is forgotten in seconds', () => {
  let shown: ReadonlyMap<string, string> = new Map();
  const writers = new Writers((places) => {
    shown = places;
  });
  const aino = { account: 'a', name: 'Aino' };
  const onni = { account: 'o', name: 'Onni' };
  writers.hear({ ...aino, place: 'askel/text/fi' });
  writers.hear({ ...onni, place: 'askel/text/fi' });
  expect([...shown]).toEqual([['askel/text/fi', 'Aino, Onni']]);
  writers.hear({ ...aino, place: 'polku/note/sv' });
  expect([...shown]).toEqual([
    ['polku/note/sv', 'Aino'],
    ['askel/text/fi', 'Onni'],
  ]);
  vi.advanceTimersByTime(8_000);
  writers.hear({ ...aino, place: 'polku/note/sv' });
  vi.advanceTimersByTime(2_000);
  expect([...shown]).toEqual([['polku/note/sv', 'Aino']]);
  writers.hear({ ...aino, place: null });
  expect(shown.size).toBe(0);
});
