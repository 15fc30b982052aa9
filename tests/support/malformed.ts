import { z } from 'zod';
import { gzipSync } from 'node:zlib';
import type { Route } from '#platform/http/route.ts';

/** A request as it is sent over a socket. */
export interface Sending {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** A repeatable chance: the same seed makes the same requests. */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** JSON as it stands, for what no JavaScript value says. */
class Raw {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

const DEPTH = 10_000;
const HOSTILE: readonly unknown[] = [
  '\u0000',
  'a\u0000b',
  new Raw(String.raw`"\ud800"`),
  new Raw(String.raw`"\udc00a\ud800"`),
  'ä o\u0308 \u{1F468}\u200D\u{1F469}',
  '\u202Eabc\u2066\uFEFF',
  ' ',
  '',
  'a'.repeat(70_000),
  '٣',
  '%',
  "'; drop table answer; --",
  '{{constructor}}',
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '9999-12-31',
  '-271821-04-20',
  '0000-01-01',
  new Raw('1e400'),
  new Raw('-1e400'),
  new Raw('1e-400'),
  new Raw('-0'),
  new Raw('9007199254740993'),
  2 ** 31,
  2 ** 63,
  -1,
  0.1,
  true,
  null,
  [],
  {},
  [[]],
  new Raw('['.repeat(DEPTH) + ']'.repeat(DEPTH)),
  new Raw('{"a":'.repeat(DEPTH) + '1' + '}'.repeat(DEPTH)),
  new Raw('{"__proto__":{"isAdmin":true}}'),
  new Raw(String.raw`{"\u005f_proto__":{"x":1}}`),
  new Raw('{"constructor":{"prototype":{"x":1}}}'),
  new Raw('{"toString":1,"hasOwnProperty":2}'),
  new Raw('{"fi":"a","fi":"b"}'),
  Array.from({ length: 5_000 }, (_, index) => index),
];
const IN_ADDRESS: readonly string[] = [
  '%00',
  '%ED%A0%80',
  '%E0%A4%A',
  '%',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  'a'.repeat(3_000),
  '%F0%9F%91%A9',
  'A%CC%88',
  '-1',
  '__proto__',
  'constructor',
  '%27%20or%201=1',
  '%0d%0aset-cookie:%20a=b',
  '1e400',
  '00000000-0000-0000-0000-000000000000',
];
const TYPES: readonly string[] = [
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
  'application/vnd.api+json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json/',
  '',
];

/** What is known of the county, by the name of a route's parameter. */
export type Known = Readonly<Record<string, string>>;

/** Makes malformed requests of every kind over a list of JSON routes and public pages. */
export function makeMalformed(
  routes: readonly Route[],
  pages: readonly string[],
  known: Known,
  seed: number,
): () => Sending {
  const chance = chanceOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const schemas = routes.map(({ body }) =>
    body ? (z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Schema) : undefined,
  );
  const addressOf = (path: string): string =>
    path.replaceAll(/\{(\w+)\}|:(\w+)/g, (_, braces: string, colon: string) => {
      const standing = known[braces ?? colon];
      return standing !== undefined && chance() < 0.7 ? standing : pick(IN_ADDRESS);
    });
  const queryOf = (): string => {
    if (chance() < 0.6) return '';
    const name = pick(['from', 'to', 'node', 'l', 'page', 'channel', 'path', 'q', '__proto__']);
    const value = pick([...IN_ADDRESS, '2026-01-01', '2026-02-30', '%F0%28%8C%28']);
    return `?${name}=${value}${chance() < 0.2 ? `&${name}=${value}` : ''}`;
  };
  const toRoute = (): Sending => {
    const index = Math.floor(chance() * routes.length);
    const { method, path } = routes[index]!;
    const base = { method: method.toUpperCase(), path: addressOf(path) + queryOf() };
    const schema = schemas[index];
    if (!schema) return { ...base, headers: {} };
    const headers = { 'content-type': chance() < 0.85 ? 'application/json' : pick(TYPES) };
    const whole = textOf(spoil(sample(schema, chance, pick), chance, pick));
    return { ...base, ...damage(whole, chance, headers) };
  };
  const toPage = (): Sending => {
    const path = addressOf(pick(pages)) + queryOf();
    if (!/^\/[pa]\//.test(path) || chance() < 0.4) return { method: 'GET', path, headers: {} };
    const fields = [
      'id',
      'version',
      'unit',
      's-got-help',
      'recommendation',
      'comment',
      '__proto__',
    ];
    const body = Array.from(
      { length: 1 + Math.floor(chance() * 8) },
      () => `${pick(fields)}=${pick([...IN_ADDRESS, known['version'] ?? '', '5', '%F0%28'])}`,
    ).join('&');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', path, ...damage(body, chance, headers) };
  };
  return () => (chance() < 0.75 ? toRoute() : toPage());
}

type Chance = () => number;
type PickOne = <T>(list: readonly T[]) => T;
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
}

/** A value that the schema would mostly take. */
function sample(schema: Schema, chance: Chance, pick: PickOne): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(schema.enum);
  if (schema.anyOf) return sample(pick(schema.anyOf), chance, pick);
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(() => chance() < 0.9)
        .map(([name, part]) => [name, sample(part, chance, pick)]),
    );
  }
  if (schema.type === 'array') return schema.items ? [sample(schema.items, chance, pick)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return chance() < 0.5;
  if (schema.type === 'null') return null;
  if (schema.format === 'uuid') return crypto.randomUUID();
  return schema.format === 'date' ? '2026-11-18' : 'Teksti';
}

/** The same with one part, or the whole, replaced by something hostile. */
function spoil(value: unknown, chance: Chance, pick: PickOne): unknown {
  if (chance() < 0.1) return pick(HOSTILE);
  if (Array.isArray(value)) return value.map((part) => spoil(part, chance, pick));
  if (typeof value !== 'object' || value === null) return chance() < 0.5 ? pick(HOSTILE) : value;
  const names = Object.keys(value);
  const name = pick(names.length > 0 ? names : ['x']);
  const part = (value as Record<string, unknown>)[name];
  return { ...value, [name]: chance() < 0.7 ? pick(HOSTILE) : spoil(part, chance, pick) };
}

function textOf(value: unknown): string {
  if (value instanceof Raw) return value.json;
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value).map(
    ([name, part]) => `${JSON.stringify(name)}:${textOf(part)}`,
  );
  return `{${parts.join(',')}}`;
}

/** Sometimes the bytes themselves are broken: cut off, in another charset, half a gzip, doubled keys. */
function damage(
  text: string,
  chance: Chance,
  headers: Record<string, string>,
): Partial<Pick<Sending, 'body'>> & { headers: Record<string, string> } {
  const kind = Math.floor(chance() * 14);
  if (kind === 0) return { headers, body: text.slice(0, Math.floor(text.length * chance())) };
  if (kind === 1) return { headers, body: Buffer.from(text, 'utf16le') };
  if (kind === 2) return { headers, body: Buffer.from(`${text}åäö\xff`, 'latin1') };
  if (kind === 3) {
    const packed = gzipSync(text);
    return {
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: packed.subarray(0, packed.length - 5),
    };
  }
  if (kind === 4) return { headers, body: text.replace(/^\{("[^"]*":)/, '{$1null,$1') };
  if (kind === 5) return { headers, body: '' };
  return { headers, body: text };
}
