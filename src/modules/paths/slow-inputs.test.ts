import { expect, test } from 'vitest';
import { times } from '#tests/faults/size.ts';
import { ATTACKS, findSlow, findSlowReading } from '#tests/support/patterns.ts';
import { holdsContact } from './contact-typed.ts';
import { checkNewPathTable } from './import-path-table.ts';
import { LanguageIndex } from './language-index.ts';
import { listAddresses, renderMarkdown } from './markdown.ts';
import { PathDocument } from './path-document.ts';
import { readPathTable } from './read-path-table.ts';
import { foldText } from './search-terms.ts';
import { findFieldNamed, findKind, findVariant, partsOfLane } from './table-words.ts';
import { compareWords, newBudget } from './word-difference.ts';

const texts = ATTACKS.filter((_, index) => index % times(1, 5) === 0);

const index = new LanguageIndex('fi');
index.put({
  id: 'a',
  slug: 'a',
  title: 'Seksitautien testaus ja hoito',
  description: 'Kuvaus',
  topic: 'Aihe',
  words: 'testi',
  phases: [{ anchor: 'saan-tuloksen', title: 'Saan tuloksen', steps: ['Soita'] }],
  easy: '',
});

const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  'Markdown is rendered': (text) => renderMarkdown(text),
  'addresses are found in Markdown': (text) => listAddresses(text),
  'numbers and hours are found that belong to a channel': (text) => holdsContact(text),
  'a search is folded': (text) => foldText(text),
  'something is searched for': (text) => index.search(text),
  'words of a table are known': (text) => [
    findKind(text),
    findVariant(text),
    partsOfLane(text),
    findFieldNamed('step', text),
  ],
  'two versions are compared': (text) =>
    compareWords(text, text.split('').toReversed().join(''), newBudget()),
  'a path file is checked': (text) =>
    PathDocument.safeParse({
      format: text,
      slugs: { fi: text },
      path: { anchor: text, kind: 'path', texts: { title: { fi: text, [text]: text } } },
    }),
};

test.for(Object.entries(PARSERS))(
  `H5: in less than 100 ms each of ${texts.length} texts made to trip it up: %s`,
  { timeout: times(600_000, 120_000) },
  ([, parser]) => {
    expect(ATTACKS).toHaveLength(300);
    expect(findSlow(parser, texts)).toEqual([]);
  },
);

test(
  `H5: a spreadsheet of each of ${texts.length} texts made to trip it up is read and checked in less than 100 ms, or in time that grows no faster than it`,
  { timeout: times(600_000, 120_000) },
  async () => {
    const read = async (text: string): Promise<void> => {
      checkNewPathTable(await readPathTable(Buffer.from(text)), 'Polku', 'fi');
    };
    const asCells = texts.map(
      (text) => `phase;lane;label;text;language\n${text};${text};${text};${text}\n`,
    );
    expect(await findSlowReading(read, texts)).toEqual([]);
    expect(await findSlowReading(read, asCells)).toEqual([]);
  },
);
