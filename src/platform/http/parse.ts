import { z } from 'zod';
import { AppError, type Fault } from '#platform/errors.ts';

// In the browser the content security policy lets nobody make code of text; Zod would try.
if ('document' in globalThis) z.config({ jitless: true });

/** Checks input against its schema. @throws AppError `invalid` with a JSON pointer and a code for each fault. */
export function parse<T>(schema: z.ZodType<T> | undefined, input: unknown, prefix = ''): T {
  if (!schema) return undefined as T;
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('invalid', 'input-invalid', {
    faults: result.error.issues.flatMap((issue) => faultsOf(issue, prefix)),
  });
}

const ITEMS = new WeakMap<z.ZodType, z.ZodType>();

/** An item of a batch: let through as it is and parsed by itself later, so that a bad one spoils no other. */
export function parsedSeparately(schema: z.ZodType): z.ZodUnknown {
  const item = z.unknown();
  ITEMS.set(item, schema);
  return item;
}

/** The schema by which such an item is parsed later; nothing for any other schema. */
export const itemSchemaOf = (schema: object): z.ZodType | undefined =>
  ITEMS.get(schema as z.ZodType);

function faultsOf(issue: z.core.$ZodIssue, prefix: string): Fault[] {
  const pointer =
    prefix +
    issue.path
      .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, code: 'unknown-field' }));
  }
  return [{ pointer, ...codeOf(issue) }];
}

function codeOf(issue: z.core.$ZodIssue): Omit<Fault, 'pointer'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'missing' : 'wrong-type' };
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return { code: 'missing' };
      return {
        code: `too-small-${sizeOf(issue.origin)}`,
        params: { limit: Number(issue.minimum) },
      };
    case 'too_big':
      return { code: `too-big-${sizeOf(issue.origin)}`, params: { limit: Number(issue.maximum) } };
    case 'invalid_value':
    case 'invalid_union':
      return { code: issue.input === undefined ? 'missing' : 'not-an-option' };
    case 'custom':
      return { code: issue.message && KNOWN.test(issue.message) ? issue.message : 'wrong-form' };
    default:
      return { code: 'wrong-form' };
  }
}

const KNOWN = /^[a-z]+(-[a-z]+)*$/;
const sizeOf = (origin: string): 'text' | 'list' | 'number' =>
  origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number';

/** Reads a JSON body. @throws AppError `invalid` when it is no JSON, or names a prototype. */
export function parseJson(type: string | undefined, body: string): unknown {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type ?? ''))
    throw new AppError('invalid', 'json-needed');
  try {
    // A reviver makes parsing several times slower, so it looks only where there is something to see.
    return JSON.parse(body, /__proto__|\\u/.test(body) ? refusePrototype : undefined) as unknown;
  } catch (error) {
    throw new AppError('invalid', 'json-broken', { cause: error });
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('prototype');
  return value;
}

/** A text without NUL and lone surrogates, in normal form C, as PostgreSQL and people expect it. */
export const text = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), { message: 'wrong-form' })
    .transform((value) => value.normalize('NFC').trim());

/** Such a text that may not be empty. */
export const filledText = (maximum: number) => text(maximum).pipe(z.string().min(1));
