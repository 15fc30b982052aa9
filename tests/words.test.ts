import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WORDS } from '#locales/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return typeof value === 'string' ? [[name, value] as [string, string]] : leaves(value, name);
  });
}

const wordsOf = (language: keyof typeof WORDS): Map<string, string> =>
  new Map(
    Object.entries(WORDS[language] as unknown as Record<string, Tree>).flatMap(([space, tree]) =>
      leaves(tree, '').map(([key, text]) => [`${space}:${key}`, text] as const),
    ),
  );

const fi = wordsOf('fi');
const source = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const quoted = new Set(
  [...source.matchAll(/['"`]([a-z]+:[\w.-]+)['"`]/g)].map((match) => match[1]!),
);
const patterns = [...source.matchAll(/`([a-z]+:[\w.-]*\$\{[^`]*)`/g)].map(
  (match) =>
    new RegExp(
      `^${match[1]!
        .replaceAll(/\$\{[^}]*\}/g, '§')
        .replaceAll(/[.*+?^$()[\]\\|]/g, String.raw`\$&`)
        .replaceAll('§', '.+')}$`,
    ),
);
const plain = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe.each(['sv', 'en'] as const)('%s', (language) => {
  const other = wordsOf(language);
  test('has the same keys as the Finnish original', () => {
    expect([...other.keys()].toSorted()).toEqual([...fi.keys()].toSorted());
  });
  test('leaves nothing empty and takes the same values in', () => {
    const values = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    const wrong = [...fi].filter(([key, text]) => {
      const translated = other.get(key) ?? '';
      return translated.trim() === '' || values(text).join() !== values(translated).join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

test('every key is used', () => {
  const unused = [...fi.keys()].filter(
    (key) =>
      !quoted.has(plain(key)) && !quoted.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

test('every refusal has its sentence', () => {
  const codes = [...source.matchAll(/new AppError\(\s*'[a-z-]+',\s*'([a-z-]+)'/g)].map(
    (match) => `errors:code.${match[1]}`,
  );
  const faults = [...source.matchAll(/pointer[^}\n]*?,\s*code: '([a-z-]+)'/g)].map(
    (match) => `errors:fault.${match[1]}`,
  );
  expect([...codes, ...faults].filter((key) => !fi.has(key))).toEqual([]);
});

describe('the glossary', () => {
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('## Words not to use')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !/^\| Code /.test(line))
    .map((line) => line.slice(1, -1).split('|'));

  test('has a code, three languages and a meaning in each row, and each word once', () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(
      rows.filter((cells) => cells.length !== 5 || cells.some((cell) => !cell.trim())),
    ).toEqual([]);
    for (const column of [0, 1, 2, 3]) {
      const said = rows.map((cells) => cells[column]!.trim().toLowerCase());
      expect(said.filter((word, index) => said.indexOf(word) !== index)).toEqual([]);
    }
  });

  test('is in the order of the alphabet', () => {
    const codes = rows.map(([code]) => code!.trim().toLowerCase());
    expect(codes).toEqual(codes.toSorted());
  });
});
