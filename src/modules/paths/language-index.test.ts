import { beforeEach, describe, expect, test } from 'vitest';
import { LanguageIndex } from './language-index.ts';
import type { SearchablePath } from './searchable-paths.ts';

const pathOf = (id: string, given: Partial<SearchablePath>): SearchablePath => ({
  id,
  slug: id,
  title: id,
  description: '',
  topic: '',
  words: '',
  phases: [],
  easy: '',
  ...given,
});

const TESTING = pathOf('testing', {
  title: 'Seksitautien testaus ja hoito',
  topic: 'Seksuaaliterveys',
  words: 'klamydia\nkotitesti\nhiv',
  phases: [
    { anchor: 'mietin', title: 'Mietin, tarvitsenko testin', steps: ['Tarkista oireet'] },
    { anchor: 'tulos', title: 'Saan tuloksen', steps: ['Katso tulos sovelluksesta'] },
  ],
});
const ABORTION = pathOf('abortion', { title: 'Raskaudenkeskeytys', words: 'abortti' });
const TEETH = pathOf('teeth', { title: 'Kiireetön hammashoito', words: 'hammaslääkäri\nreikä' });
const MEMORY = pathOf('memory', {
  title: 'Muistisairauden tutkimukset',
  words: 'dementia',
  easy: 'Unohdat asioita',
});

let index: LanguageIndex;
beforeEach(() => {
  index = new LanguageIndex('fi');
  for (const path of [TESTING, ABORTION, TEETH, MEMORY]) index.put(path);
});
const first = (asked: string): string | undefined => index.search(asked)[0]?.id;

describe('a search in Finnish', () => {
  test.each([
    ['an inflected word', 'klamydiasta', 'testing'],
    ['another inflection than the title’s', 'seksitaudit', 'testing'],
    ['a word without its dots', 'hammaslaakari', 'teeth'],
    ['capitals and signs', 'HIV-TESTI!', 'testing'],
    ['a typing error', 'klamidia', 'testing'],
    ['a letter too few in an inflected word', 'aborttin', 'abortion'],
    ['the end of a compound', 'testi', 'testing'],
    ['the end of a compound in the title', 'keskeytys', 'abortion'],
    ['a compound torn apart', 'raskauden keskeytys', 'abortion'],
    ['a compound that nobody wrote', 'hivtesti', 'testing'],
    ['a compound that begins with a known word', 'hammaslääkäriaika', 'teeth'],
    ['a question', 'Miten pääsen hammaslääkäriin?', 'teeth'],
    ['a word of the easy variant only', 'unohdat', 'memory'],
  ])('understands %s: %s', (_, asked, path) => {
    expect(first(asked)).toBe(path);
  });

  test('tells in which phase it is, its title before its steps', () => {
    expect(index.search('tulokset')[0]?.phase).toEqual({
      anchor: 'tulos',
      title: 'Saan tuloksen',
    });
    expect(index.search('oire')[0]?.phase?.anchor).toBe('mietin');
    expect(index.search('abortti')[0]?.phase).toBeUndefined();
  });

  test('puts first who tells of all that was asked', () => {
    index.put(pathOf('care', { title: 'Kotihoito', words: 'hoito' }));
    expect(first('hampaiden hoito hammashoito')).toBe('teeth');
    expect(first('klamydian hoito')).toBe('testing');
  });

  test('finds nothing by what says nothing', () => {
    for (const asked of ['', '   ', '??', 'miten voin', '😀', 'é', 'ja'])
      expect(index.search(asked)).toEqual([]);
    expect(index.search('xyzzy')).toEqual([]);
  });

  test('takes a path in anew, and forgets one', () => {
    index.put({ ...TESTING, title: 'Uusi nimi', words: 'kuppa', phases: [] });
    expect(first('klamydia')).toBeUndefined();
    expect(index.search('kuppa')[0]?.title).toBe('Uusi nimi');
    index.drop('testing');
    expect(first('kuppa')).toBeUndefined();
    index.drop('testing');
    expect(first('abortti')).toBe('abortion');
  });

  test('is soon done with whatever a program sends', () => {
    const long = ['a'.repeat(200), 'ab '.repeat(70), 'ä'.repeat(200), '\u202Eשלום 👩‍⚕️ '.repeat(15)];
    for (const asked of long) {
      const began = performance.now();
      index.search(asked);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

test('a search in Swedish understands forms, missing rings and compounds', () => {
  const swedish = new LanguageIndex('sv');
  swedish.put(
    pathOf('testing', { title: 'Test och vård av könssjukdomar', words: 'klamydia\nhemtest' }),
  );
  swedish.put(pathOf('teeth', { title: 'Icke-brådskande tandvård', words: 'tandläkare' }));
  swedish.put(pathOf('home', { title: 'Hemvård för äldre', words: 'åldring' }));
  for (const [asked, path] of [
    ['könssjukdomen', 'testing'],
    ['konssjukdom', 'testing'],
    ['klamydiatest', 'testing'],
    ['tandläkarna', 'teeth'],
    ['brådskande tandvard', 'teeth'],
    ['aldringar', 'home'],
  ] as const)
    expect(swedish.search(asked)[0]?.id, asked).toBe(path);
});
