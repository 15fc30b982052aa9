import { expect, test } from 'vitest';
import type { EventKind } from './contract.ts';
import type { ActionEvent, EventDetail } from './history.ts';
import {
  hindrancesOf,
  missingLanguages,
  replyRevision,
  replyState,
  type StoredReply,
  writersOf,
} from './reply.ts';

const history = (...events: [EventKind, string, Partial<EventDetail>?][]): ActionEvent[] =>
  events.map(([kind, account, detail], index) => ({
    kind,
    account,
    at: new Date(0),
    detail: { number: index + 1, ...detail },
  }));

const text = { youSaid: 'Odotitte pitkään.', weDid: 'Lisäsimme aikoja.' };
const reply: StoredReply = {
  id: 'r',
  action: 'a',
  status: 'draft',
  texts: { fi: text, sv: text },
  writtenBy: 'anna',
  writtenAt: new Date(0),
  publishedBy: null,
  publishedAt: null,
};

test('everyone who wrote since the last publication is a writer, not only the last one', () => {
  const events = history(
    ['reply-written', 'anna'],
    ['status', 'olli'],
    ['reply-written', 'bo'],
    ['reply-written', 'anna'],
  );
  expect(writersOf(reply, events)).toEqual(new Set(['anna', 'bo']));
});
test('who wrote before a publication is no writer of what was written after it', () => {
  const events = history(
    ['reply-written', 'bo'],
    ['reply-published', 'cia'],
    ['reply-written', 'anna'],
  );
  expect(writersOf(reply, events)).toEqual(new Set(['anna']));
});
test('a withdrawn reply keeps its writer', () => {
  const events = history(
    ['reply-written', 'anna'],
    ['reply-published', 'cia'],
    ['reply-withdrawn', 'cia'],
  );
  expect(writersOf(reply, events)).toEqual(new Set(['anna']));
});
test('a draft waits for a publisher only when its last writing was handed over', () => {
  expect(replyState(reply, history(['reply-written', 'anna', { sent: true }]))).toBe('waiting');
  expect(
    replyState(
      reply,
      history(['reply-written', 'anna', { sent: true }], ['reply-written', 'bo', { sent: false }]),
    ),
  ).toBe('draft');
  expect(replyState(undefined, [])).toBe('none');
});
test('Finnish is needed even where the county forgot to list it', () => {
  expect(missingLanguages({ sv: text }, ['sv', 'en'])).toEqual(['fi', 'en']);
});
test('the revision is that of the last event of the reply', () => {
  expect(
    replyRevision(history(['created', 'anna'], ['reply-written', 'anna'], ['status', 'bo'])),
  ).toBe(2);
  expect(replyRevision(history(['created', 'anna']))).toBe(0);
});
test('all that keeps somebody from publishing is told at once', () => {
  const events = history(['reply-written', 'anna']);
  const given = {
    reply,
    events,
    status: 'decided',
    languages: ['fi', 'sv', 'en'],
    account: 'anna',
  } as const;
  expect(hindrancesOf(given)).toEqual([
    'not-sent',
    'languages-missing',
    'action-not-begun',
    'own-text',
  ]);
});
test('nothing keeps another one from publishing what was handed over', () => {
  const events = history(['reply-written', 'anna', { sent: true }]);
  expect(
    hindrancesOf({ reply, events, status: 'done', languages: ['fi', 'sv'], account: 'cia' }),
  ).toEqual([]);
});
