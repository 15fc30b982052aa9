import { describe, expect, test } from 'vitest';
import type { TextForm, TextOutcome } from '#contract/paths';
import { type Place, type Stored, TextEdits } from './text-edits.ts';

const place: Place = { anchor: 'polku', field: 'title', language: 'fi' };
const stored: Stored = { text: 'Vanha', revision: 3 };

/** A server that answers when it is told to. */
function setUp() {
  const sent: {
    form: TextForm;
    answer: (outcome: TextOutcome) => void;
    fail: (error: Error) => void;
  }[] = [];
  const kept: Stored[] = [];
  const edits = new TextEdits({
    send: (form) => new Promise((answer, fail) => sent.push({ form, answer, fail })),
    onStored: (_, now) => kept.push(now),
  });
  return { sent, kept, edits, state: () => edits.all().get('polku/title/fi')?.state };
}

const written = (revision: number): TextOutcome => ({
  kind: 'written',
  revision,
  changedAt: '2026-11-18T12:00:00Z',
});
const settled = () => new Promise((done) => setTimeout(done, 0));

describe('what is typed', () => {
  test('is sent with the revision that the writer had, and gone from here when it is stored', async () => {
    const { edits, sent, kept, state } = setUp();
    edits.type(place, 'Uusi', stored);
    const saved = edits.save(place);
    expect(state()).toBe('saving');
    expect(sent[0]?.form).toEqual({ ...place, text: 'Uusi', expectedRevision: 3 });
    sent[0]?.answer(written(4));
    await saved;
    expect(edits.all().size).toBe(0);
    expect(kept).toEqual([{ text: 'Uusi', revision: 4 }]);
  });

  test('is nothing when it is what is stored', async () => {
    const { edits, sent } = setUp();
    edits.type(place, 'Uusi', stored);
    edits.type(place, 'Vanha', stored);
    await edits.save(place);
    expect(sent).toEqual([]);
    expect(edits.all().size).toBe(0);
  });

  test('while a request is under way waits for it, so that nobody clashes with themselves', async () => {
    const { edits, sent } = setUp();
    edits.type(place, 'Uusi', stored);
    void edits.save(place);
    edits.type(place, 'Uusin', stored);
    void edits.save(place);
    expect(sent).toHaveLength(1);
    sent[0]?.answer(written(4));
    await settled();
    expect(sent[1]?.form).toEqual({ ...place, text: 'Uusin', expectedRevision: 4 });
  });

  test('stays here when it could not be sent, and is sent again on demand', async () => {
    const { edits, sent, state } = setUp();
    edits.type(place, 'Uusi', stored);
    const saved = edits.save(place);
    sent[0]?.fail(new Error('offline'));
    await saved;
    expect(state()).toBe('failed');
    expect(edits.all().get('polku/title/fi')?.text).toBe('Uusi');
    void edits.retry();
    expect(sent[1]?.form.text).toBe('Uusi');
  });
});

describe('a clash', () => {
  async function clash() {
    const set = setUp();
    set.edits.type(place, 'Minun', stored);
    const saved = set.edits.save(place);
    set.sent[0]?.answer({ kind: 'clash', current: { text: 'Toisen', revision: 5 } });
    await saved;
    return set;
  }

  test('keeps both texts and sends neither until somebody decides', async () => {
    const { edits, sent } = await clash();
    expect(edits.all().get('polku/title/fi')).toMatchObject({
      state: 'clash',
      text: 'Minun',
      theirs: { text: 'Toisen', revision: 5 },
    });
    await edits.save(place);
    expect(sent).toHaveLength(1);
  });

  test('ends by keeping one’s own, over the revision that one has now seen', async () => {
    const { edits, sent } = await clash();
    void edits.keep(place, 'Molempien');
    expect(sent[1]?.form).toEqual({ ...place, text: 'Molempien', expectedRevision: 5 });
  });

  test('ends by taking the other', async () => {
    const { edits, kept } = await clash();
    edits.yield(place);
    expect(edits.all().size).toBe(0);
    expect(kept).toEqual([{ text: 'Toisen', revision: 5 }]);
  });
});
