import { expect, test } from 'vitest';
import { isGuessable } from './guessable.ts';

const own = ['Maija Meikäläinen', 'maija.meikalainen@kainua.example', 'Kainuan hyvinvointialue'];

test.each([
  'salasana2026',
  'Salasana-1234567890',
  'PolkuPolku2026',
  'polkupassword!',
  'MaijaMeikäläinen1',
  'meikalainen2026!',
  'Kainuan2026!!!',
  'qwertyuiop123',
  'aaaaaaaaaaaaaaa',
  'ababababababab',
  '123456789012345678',
])('%s is guessed by whoever knows the house', (password) => {
  expect(isGuessable(password, own)).toBe(true);
});

test.each([
  'neljä sanaa vailla yhteyttä',
  'korkea kuusi polku vesi',
  '739251846025',
  'zN4-q0_vT8wLkR2e',
  'maija söi 14 omenaa aamulla',
  'ууррляяамёжъщ',
])('%s is not', (password) => {
  expect(isGuessable(password, own)).toBe(false);
});
