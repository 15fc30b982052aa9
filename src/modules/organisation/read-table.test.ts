import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const ROWS = 'Tunnus;Nimi suomeksi\nU1;Äänekosken yö\nU2;Šakki\n';

describe('a file is read whichever program wrote it', () => {
  const windows = Buffer.from(ROWS.replaceAll('Š', '\u008a'), 'latin1');
  const variants: Readonly<Record<string, [Uint8Array, string]>> = {
    'UTF-8': [Buffer.from(ROWS), 'utf-8'],
    'UTF-8 with a byte order mark': [Buffer.from(`\uFEFF${ROWS}`), 'utf-8'],
    'Windows-1252': [windows, 'windows-1252'],
    'UTF-16 as some spreadsheets write it': [Buffer.from(`\uFEFF${ROWS}`, 'utf16le'), 'utf-16le'],
    commas: [Buffer.from(ROWS.replaceAll(';', ',')), 'utf-8'],
    'tabs and Windows line ends': [
      Buffer.from(ROWS.replaceAll(';', '\t').replaceAll('\n', '\r\n')),
      'utf-8',
    ],
    'old line ends': [Buffer.from(ROWS.replaceAll('\n', '\r')), 'utf-8'],
    'quoted, with empty lines and columns': [
      Buffer.from('"Tunnus";"Nimi suomeksi";\n\n"U1";" Äänekosken yö ";\n;;\n"U2";"Šakki";\n'),
      'utf-8',
    ],
    'heads in another language and order': [
      Buffer.from('Name in Finnish,code\nÄänekosken yö,U1\nŠakki,U2\n'),
      'utf-8',
    ],
  };
  test.for(Object.entries(variants))('%s', async ([, [bytes, encoding]]) => {
    const table = await readTable(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      { code: 'U1', nameFi: 'Äänekosken yö' },
      { code: 'U2', nameFi: 'Šakki' },
    ]);
  });
});

test('a row is named by the line on which it begins, also below cells of several lines', async () => {
  const { rows } = await readTable(Buffer.from('Tunnus;Nimi suomeksi\nU1;"a\nb"\n\nU2;c\n'));
  expect(rows.map(({ line }) => line)).toEqual([2, 5]);
});

test.for([
  ['', 'table-empty'],
  ['Nimi;Laji\nA;B\n', 'table-without-codes'],
  ['Tunnus;Kod\nA;B\n', 'table-column-doubled'],
  [`Tunnus;Nimi suomeksi\nU1;"${'x'.repeat(30_000)}\n`, 'table-broken'],
  [`Tunnus\n${'U\n'.repeat(20_001)}`, 'table-too-long'],
] as const)('%# is refused as a whole: %s', async ([text, code]) => {
  await expect(readTable(Buffer.from(text))).rejects.toMatchObject({ kind: 'invalid', code });
});

test('no input takes long by its shape', { timeout: 60_000 }, async () => {
  const shape = fc.oneof(
    fc.uint8Array({ maxLength: 5_000 }),
    fc
      .tuple(
        fc.constantFrom('"', ';', '\n', '\r', '\t', ',', '""', "'", '=', '\uFEFF'),
        fc.integer({ min: 1, max: 5_000 }),
      )
      .map(([sign, count]) => Buffer.from(`Tunnus;Laji\n${sign.repeat(count)}`)),
  );
  await fc.assert(
    fc.asyncProperty(shape, async (bytes) => {
      const began = performance.now();
      await readTable(bytes).catch((error: { code?: string }) =>
        expect(error.code).toMatch(/^table-/),
      );
      expect(performance.now() - began).toBeLessThan(1_000);
    }),
    { numRuns: 100 },
  );
});
