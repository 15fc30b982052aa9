import { expect, test } from 'vitest';
import { ChannelForm } from '#contract/channels';
import { AnswerForm } from '#contract/collection';
import { Properties } from '#contract/paths';
import { findFaults, maskText, readPurpose, sealAnswer } from '#modules/feedback';
import { slugOf } from '#modules/organisation';
import { harmless, unharmed } from '#platform/csv.ts';
import { AppError } from '#platform/errors.ts';
import { clientAddress, isNetwork, proxiesOf } from '#platform/http/address.ts';
import { bearerOf } from '#platform/http/bearer.ts';
import { escapeHtml } from '#platform/http/escape-html.ts';
import { parse } from '#platform/http/parse.ts';
import { isPublicAddress } from '#platform/http/public-address.ts';
import { holdsIdentityCode } from '#platform/identity-code.ts';
import { newId } from '#platform/ids.ts';
import { languageFor } from '#platform/language.ts';
import { readSubmission } from '#site/collection/submission.ts';
import { fieldsOf, readTyped } from '#site/collection/typed.ts';
import { markTerms } from '#site/handbook/mark-terms.ts';
import { formView } from '#site/sample-for-tests.ts';
import {
  ATTACKS,
  attacksOn,
  findPatterns,
  findSlow,
  LIMIT_MS,
  quickest,
} from '#tests/support/patterns.ts';
import { times } from './size.ts';

const LENGTH = 20_000;
// The largest form that is read.
const LARGEST_FORM = 256 * 1024;

test(
  `H5: no regular expression of the program takes 100 ms for ${LENGTH} characters, whatever they are`,
  { timeout: times(600_000, 120_000) },
  () => {
    const patterns = findPatterns();
    const files = new Set(patterns.map(({ file }) => file));
    // The search is not blind: these are known to be there.
    for (const known of ['mask-text.ts', 'submission.ts', 'markdown.ts', 'danger-sign.ts'])
      expect(
        [...files].some((file) => file.endsWith(known)),
        known,
      ).toBe(true);
    expect(patterns.length).toBeGreaterThan(40);
    const slow: string[] = [];
    for (const { file, pattern } of patterns) {
      const everywhere = new RegExp(pattern.source, `${pattern.flags.replaceAll(/[gy]/g, '')}g`);
      for (const text of attacksOn(pattern, LENGTH)) {
        const ms = quickest(() => void text.replaceAll(everywhere, ''));
        if (ms >= LIMIT_MS)
          slow.push(
            `${file} ${pattern} ${JSON.stringify(text.slice(0, 12))}: ${Math.round(ms)} ms`,
          );
      }
    }
    expect(slow).toEqual([]);
  },
);

const TEXTS = attacksOn(
  /henkilötunnus 131052-308T a.b@c.fi www.x.fi\/y +358 40 123 kaatui/,
  LENGTH,
);

test(
  `H5: ${TEXTS.length} texts made to trip it up are masked and sealed in less than 100 ms each`,
  { timeout: times(600_000, 120_000) },
  () => {
    const longest = TEXTS.map((text) => text.slice(0, 4_000));
    const whole = TEXTS.map((text) => text.repeat(LARGEST_FORM / LENGTH));
    const answer = (comment: string) =>
      ({
        id: newId(),
        surveyVersion: newId(),
        language: 'fi',
        recommendation: 9,
        scores: {},
        comment,
      }) as const;
    expect(findSlow(maskText, longest)).toEqual([]);
    expect(
      findSlow((text) => findFaults(sealAnswer(answer(text), 'x'), formView.survey), whole),
    ).toEqual([]);
  },
);

test('H5: a form of as many fields as fit is read and refused in less than 100 ms', () => {
  const bodies = ['s-a=1&', 'a&', '%00=%ff&', 's-=&', '__proto__=1&'].map((piece) =>
    piece.repeat(LARGEST_FORM / piece.length),
  );
  const many = Array.from({ length: 20_000 }, (_, index) => `s-${index}=1`).join('&');
  const read = (body: string): void => {
    try {
      const typed = readTyped(fieldsOf(body));
      const submission = readSubmission(typed, { code: 'abcdef' }, 'fi');
      findFaults(sealAnswer(submission, 'x'), formView.survey);
    } catch {
      // A refusal is an answer, too.
    }
  };
  expect(findSlow(read, [...bodies, many])).toEqual([]);
  const scores = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`s${index}`, 3]));
  const json = { id: newId(), code: 'abcdef', surveyVersion: newId(), language: 'fi', scores };
  expect(quickest(() => void parse(AnswerForm, json))).toBeLessThan(LIMIT_MS);
});

const attacks = ATTACKS.filter((_, index) => index % times(1, 5) === 0);

const TERMS = [
  {
    anchor: 'lahete',
    name: 'lähete',
    forms: ['lähetteen', 'a a'],
    definition: 'Kirje',
    source: '',
  },
];

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'an address becomes part of a page’s': (text) => slugOf(text),
  'a personal identity code is looked for': (text) => holdsIdentityCode(text),
  'a cell is made harmless and read back': (text) => unharmed(harmless(text)),
  'a language is asked for': (text) => languageFor(text),
  'a token is sent': (text) => bearerOf(text),
  'a reason to read people’s words is given': (text) => readPurpose(text),
  'an address is judged': (text) => [isPublicAddress(text), isNetwork(text)],
  'who asks through proxies is found': (text) =>
    clientAddress('127.0.0.1', text, proxiesOf(['127.0.0.1/8'])),
  'a channel’s form is checked': (text) =>
    ChannelForm.safeParse({
      kind: 'phone',
      url: text,
      phone: text,
      texts: { name: { fi: text } },
      hours: {
        normal: [{ days: [text], spells: [{ from: text, to: text }] }],
        exceptional: [{ date: text }],
      },
    }),
  'words are marked on a page': (text) =>
    markTerms(`<p>${escapeHtml(text)}</p>${text}`, TERMS, 'fi'),
  'a condition of an opening question is checked': (text) =>
    Properties.safeParse({
      kind: 'step',
      showIf: [{ question: text, answers: [text] }],
      needs: text,
    }),
};

test.for(Object.entries(READERS))(
  `H5: in less than 100 ms each of ${attacks.length} texts made to trip it up: %s`,
  { timeout: times(600_000, 120_000) },
  ([, reader]) => {
    const read = (text: string): void => {
      try {
        reader(text);
      } catch (error) {
        // A refusal is an answer, too.
        if (!(error instanceof AppError)) throw error;
      }
    };
    expect(findSlow(read, attacks)).toEqual([]);
  },
);
