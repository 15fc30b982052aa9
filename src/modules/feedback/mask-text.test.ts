import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '#tests/support/processor-time.ts';
import { MASK } from './contract.ts';
import { maskText } from './mask-text.ts';

const CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const two = (n: number): string => String(n).padStart(2, '0');

/** A valid henkilötunnus in the range that belongs to nobody (900–999). */
const identityCode = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    sign: fc.constantFrom(...Array.from('+-YXWVUABCDEF')),
    order: fc.integer({ min: 900, max: 999 }),
    small: fc.boolean(),
  })
  .map(({ day, month, year, sign, order, small }) => {
    const date = two(day) + two(month) + two(year);
    const code = `${date}${sign}${order}${CHECK[Number(`${date}${order}`) % 31]}`;
    return small ? code.toLowerCase() : code;
  });

// Words of letters alone: what else stands in a text is in the examples below.
const words = fc
  .array(fc.stringMatching(/^[a-zåäöA-ZÅÄÖ]{1,12}[.,!?]?$/), { maxLength: 8 })
  .map((list) => list.join(' '));
const phone = fc
  .tuple(
    fc.constantFrom(
      '+358 40',
      '+35850',
      '040',
      '050',
      '0400',
      '09',
      '(09)',
      '+358 (0)40',
      '013',
      '00358 40',
    ),
    fc.constantFrom(' ', '-', ''),
    fc.stringMatching(/^\d{3}[ -]?\d{4}$/),
  )
  .map((parts) => parts.join(''));
const email = fc.stringMatching(/^[a-zä]{1,10}(\.[a-zä]{1,10})?@[a-z]{2,10}\.(fi|com)$/);

describe('identifiers are masked wherever they stand, and nothing else is touched', () => {
  const around = (identifier: fc.Arbitrary<string>) =>
    fc.assert(
      fc.property(words, identifier, words, (before, secret, after) => {
        const { text, masked } = maskText(`${before} ${secret} ${after}`);
        expect(text).toBe(`${before} ${MASK} ${after}`);
        expect(masked).toBe(1);
      }),
      { numRuns: 2_000 },
    );
  test('henkilötunnus with every sign of the century, in capitals or not', () =>
    around(identityCode));
  test('phone numbers as people write them', () => around(phone));
  test('a phone number takes no letter of the next word along, whatever it adds up to', () => {
    for (const letter of 'abcdefhjklmnprstuvwxy') {
      expect(maskText(`Soita 091234567 ${letter}uto`).text).toBe(`Soita ${MASK} ${letter}uto`);
    }
  });
  test('e-mail addresses', () => around(email));
  test('several in one text are counted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(identityCode, email), { minLength: 1, maxLength: 5 }),
        (secrets) => {
          expect(maskText(secrets.join(' ja ')).masked).toBe(secrets.length);
        },
      ),
    );
  });
  test('a text without figures, at signs and addresses stays as it is', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(maskText(text)).toEqual({ text, masked: 0 });
      }),
    );
  });
  test('masking again finds nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), phone, email, identityCode), (text) => {
        const once = maskText(text);
        expect(maskText(once.text)).toEqual({ text: once.text, masked: 0 });
      }),
    );
  });
});

test.each([
  'Kävin 1.2.2025 ja 01.02.2025, uusi aika 01-02-2025 tai 2025-02-01',
  'vuosina 2024–2025',
  'postinumero 00100 Helsinki, 02600 Espoo',
  'soitin 112 ja 116117 ja 116 117',
  'klo 08.00–16.00, klo 8-16, 08-16',
  'arvosana 10/10, lääke 0,5 mg, verenpaine 120/80',
  'jono 45 minuuttia, huone 0123, jonotusnumero A045',
  'varasin ajan omakanta.fi ja maisa.fi palvelussa',
  'tunnus 131052-308A jossa tarkistusmerkki on väärin',
  'paino 012345 ja 020516 ilman muuta',
])('stays: %s', (text) => expect(maskText(text)).toEqual({ text, masked: 0 }));

test.each([
  ['131052–308T', MASK],
  ['131052 308T', MASK],
  ['131052308T', MASK],
  ['Hetu:131052-308T.', `Hetu:${MASK}.`],
  ['puh.040-1234567, klo 12', `puh.${MASK}, klo 12`],
  ['0401234567 112', `${MASK} 112`],
  ['huone 12 040 1234567', `huone 12 ${MASK}`],
  ['0401234567,0501234567', `${MASK},${MASK}`],
  ['+46 70 123 45 67', MASK],
  ['liisa.malli (at) example.fi', MASK],
  ['katso https://example.fi/~matti.', `katso ${MASK}.`],
  ['(www.example.fi/matti)', `(${MASK})`],
  ['facebook.com/matti.malli', MASK],
])('masked: %s', (text, masked) => expect(maskText(text).text).toBe(masked));

test('time grows with the length of the text and no faster', () => {
  const pieces = [
    'a',
    '0 ',
    'a.',
    'www.',
    '01',
    '+0-',
    'a@',
    'a@a.',
    'http://',
    '0(',
    'a.fi/',
    '(0',
    '+1(0)',
    '1-',
    '131052-308',
    'ä(at)',
  ];
  for (const piece of pieces) {
    const attack = piece.repeat(Math.ceil(20_000 / piece.length));
    // oxlint-disable-next-line vitest/valid-expect -- the second part names the piece
    expect(
      processorTime(() => maskText(attack)),
      piece,
    ).toBeLessThan(100);
  }
});
