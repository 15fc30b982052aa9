import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const PAGE = 'docs/security.md';
const text = readFileSync(PAGE, 'utf8');

/** The sections of ASVS 5.0.0, and the level of each of their requirements in turn. */
const LEVELS: Readonly<Record<string, string>> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22',
};

/** Requirements of level 1 and 2 in each chapter, as the standard counts them. */
const COUNTS: readonly (readonly [number, number])[] = [
  [8, 19],
  [4, 7],
  [8, 11],
  [2, 8],
  [4, 5],
  [13, 22],
  [6, 12],
  [4, 3],
  [4, 3],
  [5, 24],
  [3, 11],
  [3, 6],
  [1, 12],
  [2, 7],
  [3, 10],
  [0, 16],
  [0, 7],
];

const STATES = ['holds', 'in part', 'not yet', 'n/a'];

interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly asks: string;
  readonly state: string;
  readonly where: string;
  readonly proof: string;
}

const required = Object.entries(LEVELS).flatMap(([section, levels]) =>
  levels
    .split('')
    .flatMap((level, at) => (level === '3' ? [] : [`${section}.${at + 1} L${level}`])),
);
const rows = text
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line): Requirement => {
    const [id = '', level = '', asks = '', state = '', where = '', proof = ''] = line
      .slice(2, -2)
      .split(' | ');
    return { id, level, asks, state, where, proof };
  });
const chapterOf = ({ id }: Pick<Requirement, 'id'>): number => Number(id.split('.')[0]);
const pathsIn = (part: string): string[] =>
  [...part.matchAll(/`([^`\s]+\.(?:tsx?|mjs|json|md|sql)|[\w.-]+\/[^`\s]*\.[a-z]+)`/g)].map(
    ([, path]) => path!,
  );

describe('the page of security', () => {
  test('holds every requirement of level 1 and 2 once, under its level, and no other', () => {
    expect(rows.map(({ id, level }) => `${id} L${level}`)).toEqual(required);
    const counts = COUNTS.map((_, at) => {
      const own = rows.filter((row) => chapterOf(row) === at + 1);
      return ['1', '2'].map((level) => own.filter((row) => row.level === level).length);
    });
    expect(counts).toEqual(COUNTS);
  });

  test('says of each how it stands, and where, why or what is missing', () => {
    for (const { id, asks, state, where, proof } of rows) {
      expect(STATES, id).toContain(state);
      expect(asks.length, id).toBeGreaterThan(5);
      expect(where.length, id).toBeGreaterThan(3);
      if (state === 'not yet') expect(where, id).toMatch(/missing/i);
      if (proof === '–') continue;
      for (const part of proof.split(' ')) expect(part, id).toMatch(/^`[^`]+\.test\.tsx?`$/);
    }
  });

  test('names only files that are there, and leads only to what is there', () => {
    const files = [...new Set(pathsIn(text))].filter((path) => path !== 'permissions.ts');
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
    const anchors = new Set(
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, head]) =>
        head!
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      ),
    );
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to!);
    const broken = links.filter((to) =>
      to.startsWith('#')
        ? !anchors.has(to.slice(1))
        : !to.startsWith('https:') && !existsSync(join(dirname(PAGE), to)),
    );
    expect(broken).toEqual([]);
  });

  test('counts itself rightly', () => {
    const figures = COUNTS.map((counts, at) => [
      ...counts,
      ...STATES.map(
        (state) => rows.filter((row) => chapterOf(row) === at + 1 && row.state === state).length,
      ),
    ]);
    const total = figures[0]!.map((_, at) => figures.reduce((sum, row) => sum + row[at]!, 0));
    const written = [
      ...text.matchAll(/^\| (?:\[V\d+[^\]]*\]\(#[^)]*\)|\*\*all\*\*) \| (.*) \|$/gm),
    ];
    expect(written.map(([, cells]) => cells!.replaceAll('*', '').split(' | ').map(Number))).toEqual(
      [...figures, total],
    );
  });

  test('lists all cryptography that there is, and there is no weak hash', () => {
    const sources = globSync('src/**/*.{ts,tsx}').filter(
      (file) => !/(\.test|-for-tests)\.tsx?$/.test(file),
    );
    const read = (file: string): string => readFileSync(file, 'utf8');
    // Ids of requests are no secrets.
    const users = sources.filter((file) =>
      /import \{(?! randomUUID \})[^}]*\} from 'node:crypto'|argon2'/.test(read(file)),
    );
    expect(users.length).toBeGreaterThan(8);
    expect(users.filter((file) => !text.includes(`\`${file}\``))).toEqual([]);
    const hashes = sources.flatMap((file) => [
      ...read(file).matchAll(/\b(?:createHash|createHmac|hash)\('([^']+)'/g),
    ]);
    expect([...new Set(hashes.map(([, name]) => name))]).toEqual(['sha256']);
    expect(sources.filter((file) => /Math\.random|\bmd5\(|\bsha1\b/.test(read(file)))).toEqual([]);
  });

  test('lists the words that passwords must not be made of', () => {
    const source = readFileSync('src/modules/identity/guessable.ts', 'utf8');
    const words = [...source.matchAll(/^ {2}'(.+)',$/gm)].map(([, word]) => word!);
    expect(words.length).toBeGreaterThan(20);
    const listed = /: (polku, [^(]+) \(`/s.exec(text)?.[1]?.split(/,\s+/);
    expect(listed).toEqual(words);
  });
});
