import { z } from 'zod';
import { filledText } from '#platform/http/parse.ts';
import { VARIANTS } from '#platform/language.ts';
import { ELEMENT_KINDS } from './element.ts';

/** What a row of a spreadsheet does to a path. */
export const PATH_TABLE_CHANGES = ['added', 'written', 'changed', 'emptied', 'moved'] as const;

/** One row of a spreadsheet: what it changes, or why it is refused. */
export const PathTableLine = z.object({
  line: z.number().int(),
  /** What the part is called, or what stands in the row. */
  label: z.string(),
  changes: z.array(
    z.object({
      what: z.enum(PATH_TABLE_CHANGES),
      kind: z.enum(ELEMENT_KINDS),
      /** Which text, in which variant; null of a whole part. */
      field: z.string().nullable(),
      variant: z.enum(VARIANTS).nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  refusals: z.array(
    z.object({
      code: z.string(),
      /** In which column it is put right, as the file calls it; null when in none. */
      column: z.string().nullable(),
      /** What is wrong and what to do. */
      detail: z.string(),
    }),
  ),
});
export type PathTableLine = z.infer<typeof PathTableLine>;

/** What a spreadsheet does to a path, row by row: every row is accepted or refused with a reason. */
export const PathTableOutcome = z.object({
  rows: z.number().int(),
  accepted: z.number().int(),
  refused: z.number().int(),
  /** Accepted rows that change nothing. */
  unchanged: z.number().int(),
  /** Rows that change something, and rows that are refused. */
  lines: z.array(PathTableLine),
  /** Parts of the path that the file does not name. They stay as they are. */
  untouched: z.number().int(),
  /** Heads of columns that say nothing to us. */
  ignored: z.array(z.string()),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']),
  separator: z.enum([';', ',', '\t']),
  /** The same as long as the file and the path are: what was checked is what is written. */
  digest: z.string(),
});
export type PathTableOutcome = z.infer<typeof PathTableOutcome>;

/** In which language the heads of a file are. */
export const PathTableQuery = z.strictObject({
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});

const Flag = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((value) => value === 'yes')
  .pipe(z.boolean());

/** How a spreadsheet is taken into a path. */
export const PathTableCheckQuery = z.strictObject({
  /** Whether an empty cell takes the text away. */
  clear: Flag,
});

/** The same, and the digest of what was checked; without it the file is written whatever it changes by now. */
export const PathTableImportQuery = PathTableCheckQuery.extend({
  digest: z.string().max(64).optional(),
});

/** What a new path is that comes from a spreadsheet. */
export const NewPathTableQuery = z.strictObject({
  node: z.uuid(),
  title: filledText(84),
  clinical: Flag,
});

/** The same, and the digest of what was checked. */
export const NewPathTableImportQuery = NewPathTableQuery.extend({
  digest: z.string().max(64).optional(),
});

/** Ready-made beginnings of a path. */
export const PATH_TEMPLATES = [
  'strategic',
  'multi-service',
  'blueprint',
  'patient',
  'digital',
] as const;

/** What begins a path from a template or from another path. */
export const PathCopyForm = z.strictObject({
  node: z.uuid(),
  title: z.strictObject({ fi: filledText(84) }),
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('template'), template: z.enum(PATH_TEMPLATES) }),
    z.strictObject({ kind: z.literal('path'), path: z.uuid() }),
  ]),
});
export type PathCopyForm = z.infer<typeof PathCopyForm>;
