import { describe, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { invitationAt, pointAt, readSubmission } from './submission.ts';
import { readTyped } from './typed.ts';

const read = (fields: Record<string, string>) =>
  readSubmission(readTyped(new URLSearchParams(fields)), { code: 'abcd' }, 'sv');

describe('what a form sends', () => {
  test('becomes an answer with what was answered, and nothing of what was not', () => {
    const [id, version, unit] = [newId(), newId(), newId()];
    expect(
      read({
        id,
        version,
        unit,
        's-got-help': '5',
        's-felt-safe': '0',
        recommendation: '0',
        comment: 'Rad ett\r\nrad två',
      }),
    ).toEqual({
      id,
      code: 'abcd',
      node: unit,
      surveyVersion: version,
      language: 'sv',
      recommendation: 0,
      scores: { 'got-help': 5, 'felt-safe': 0 },
      comment: 'Rad ett\nrad två',
    });
  });

  test('without a recommendation has none, whether it was skipped or could not be said', () => {
    expect(read({}).recommendation).toBeNull();
    expect(read({ recommendation: 'none' }).recommendation).toBeNull();
  });

  test('gets an id of its own when it carries none that could be one', () => {
    expect(read({ id: 'x' }).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is refused at the field that cannot be', () => {
    expect(() => read({ 's-got-help': '7' })).toThrow(
      expect.objectContaining({
        faults: [expect.objectContaining({ pointer: '/scores/got-help' })],
      }) as Error,
    );
  });
});

describe('the end of an address', () => {
  test('is a code however it is typed', () => expect(pointAt('ABcd2')).toEqual({ code: 'abcd2' }));
  test.each(['%00', '\u0000', 'a'.repeat(40), "x' or 1=1", ''])(
    '%j is a code or token that leads nowhere',
    (end) => {
      expect(pointAt(end)).toEqual({ code: '-' });
      if (end.length < 40) expect(invitationAt(end)).toEqual({ token: '-' });
    },
  );
});
