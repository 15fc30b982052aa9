import { isDeepStrictEqual } from 'node:util';
import { AppError } from './errors.ts';

/**
 * Refuses to write over what somebody else wrote after the writer had read it. `before` is what the writer had before
 * them; the same again changes nothing and is no clash. What is empty and what is not there are alike.
 *
 * @throws AppError `conflict` with what is stored, so that the writer sees both.
 */
export function requireUnchanged({
  stored,
  before,
  wanted,
}: Readonly<Record<'stored' | 'before' | 'wanted', unknown>>): void {
  const [is, was, willBe] = [stored, before, wanted].map(filled);
  if (isDeepStrictEqual(is, was) || isDeepStrictEqual(is, willBe)) return;
  throw new AppError('conflict', 'changed-meanwhile', { current: stored });
}

/**
 * The same of properties that stand for themselves: only those that `wanted` names are compared, each by itself, so that
 * two who set different ones both hold.
 *
 * @throws AppError `conflict` with those of them that are stored.
 */
export function requireEachUnchanged({
  stored,
  before,
  wanted,
}: Readonly<Record<'stored' | 'before' | 'wanted', object>>): void {
  const named = Object.keys(wanted);
  const [is, was, willBe] = [stored, before, wanted].map((all) => new Map(Object.entries(all)));
  const current = Object.fromEntries(named.map((name) => [name, is!.get(name)]));
  for (const name of named) {
    const of = (side: ReadonlyMap<string, unknown>): object => ({ [name]: side.get(name) });
    if (isDeepStrictEqual(filled(of(is!)), filled(of(was!)))) continue;
    if (isDeepStrictEqual(filled(of(is!)), filled(of(willBe!)))) continue;
    throw new AppError('conflict', 'changed-meanwhile', { current });
  }
}

/** A value without what is empty in it, such as a text that nobody wrote. */
function filled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(filled);
  const parts = Object.entries(value).map(([name, part]) => [name, filled(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => !isEmpty(part)));
}

const isEmpty = (part: unknown): boolean =>
  part === undefined ||
  part === null ||
  part === '' ||
  (typeof part === 'object' && Object.keys(part).length === 0);
