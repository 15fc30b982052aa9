import { newId } from '#platform/ids.ts';

/** As much of JSON Schema as zod writes. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
}

const FORMATS: Readonly<Record<string, () => string>> = {
  uuid: newId,
  email: () => 'nimi@example.fi',
  uri: () => 'https://example.fi/',
  date: () => '2026-11-01',
  'date-time': () => '2026-11-01T12:00:00Z',
};

/** A value that has everything that the schema names; which patterns texts must follow is not looked at. */
export function sampleOf(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first) return sampleOf(first);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, each]) => [key, sampleOf(each)]),
    );
  if (type === 'array') return schema.items ? [sampleOf(schema.items)] : [];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return FORMATS[schema.format ?? '']?.() ?? 'polku'.padEnd(schema.minLength ?? 0, 'x');
}

/** A place in a body where an object stands, by the keys that lead to it. */
export interface Place {
  readonly keys: readonly (string | number)[];
  /** Whether it takes keys of any name, as a table does. */
  readonly open: boolean;
  readonly known: ReadonlySet<string>;
}

/** Every object of a body like the sample: itself and those within it. */
export function objectsIn(schema: Schema, keys: Place['keys'] = []): Place[] {
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first) return objectsIn(first, keys);
  if (schema.items) return objectsIn(schema.items, [...keys, 0]);
  if (schema.type !== 'object') return [];
  const properties = Object.entries(schema.properties ?? {});
  const here = {
    keys,
    open: typeof schema.additionalProperties === 'object',
    known: new Set(properties.map(([key]) => key)),
  };
  return [here, ...properties.flatMap(([key, each]) => objectsIn(each, [...keys, key]))];
}

/** The sample as JSON with one more key at a place; the value is JSON already, so that it may be what no object can hold. */
export function withKey(sample: unknown, { keys }: Place, key: string, json: string): string {
  const copy = structuredClone(sample);
  let at = copy as Record<string | number, unknown>;
  for (const step of keys) at = at[step] as typeof at;
  at[MARK] = 0;
  return JSON.stringify(copy).replace(`"${MARK}":0`, () => `${key}:${json}`);
}

const MARK = '§§';
