import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { refusalOf } from './outage.ts';

const fromServer = (code: string): Error =>
  Object.assign(new DatabaseError('refused', 0, 'error'), { code });

test.each([
  ['53100', 'storage-full', 60],
  ['57014', 'took-too-long', 60],
  ['55P03', 'unavailable', 5],
  ['57P01', 'unavailable', 5],
  ['08006', 'unavailable', 5],
  ['53300', 'unavailable', 5],
])('the database’s %s is refused as %s', (code, word, retryAfter) => {
  expect(refusalOf(fromServer(code))).toMatchObject({
    kind: 'unavailable',
    code: word,
    retryAfter,
  });
});

test('a broken connection is refused, to be tried again', () => {
  const broken = Object.assign(new Error('read'), { code: 'ECONNRESET' });
  expect(refusalOf(broken)).toMatchObject({ kind: 'unavailable', retryAfter: 5, cause: broken });
});

test('what was to be stored is not told to search for less', () => {
  expect(refusalOf(fromServer('57014'), { stores: true })).toMatchObject({
    code: 'unavailable',
    retryAfter: 5,
  });
  expect(refusalOf(fromServer('53100'), { stores: true })).toMatchObject({ code: 'storage-full' });
});

test('a fault of ours and a refusal of ours stay what they are', () => {
  const given = [
    fromServer('23505'),
    new TypeError('connect is not a function'),
    new AppError('invalid', 'input-invalid'),
    'thrown',
  ];
  for (const error of given) expect(refusalOf(error)).toBe(error);
});
