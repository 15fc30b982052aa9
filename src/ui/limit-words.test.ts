import { expect, test } from 'vitest';
import { words } from '#platform/i18n.ts';
import { limitWords } from './limit-words.ts';

const LIMIT = {
  startEvent: { fi: 'yhteydenotto', sv: 'kontakten', en: '' },
  endEvent: { fi: 'ratkaisu', sv: 'lösningen' },
  operator: 'at-most',
  value: 7,
  unit: 'days',
  population: { fi: 'kiireettömät', sv: 'icke-brådskande' },
  statistic: 'median',
  share: null,
  minimumN: 10,
} as const;

test('a limit is told in the reader’s language, and in Finnish where it is not written in it', () => {
  const said = (language: 'fi' | 'sv' | 'en') => limitWords(words(language), language, LIMIT);
  expect(said('sv').sentence).toContain('kontakten → lösningen');
  expect(said('sv').detail).toContain('icke-brådskande');
  expect(said('en').sentence).toContain('yhteydenotto → ratkaisu');
  expect(said('fi').detail).toContain('kiireettömät');
});
