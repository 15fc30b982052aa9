import { z } from 'zod';
import { filledText } from '#platform/http/parse.ts';

/** The kinds of nodes, from the root down. */
export const NODE_KINDS = ['county', 'domain', 'service-area', 'service', 'unit'] as const;

/** A national organisation identifier (JHS 159). */
export const OID = /^1\.2\.246\.10(\.\d{1,12})+$/;

/** The languages that a name may have. */
export const LocalName = z.strictObject({
  fi: filledText(120),
  sv: filledText(120).optional(),
  en: filledText(120).optional(),
});

/** A point of the organisation's tree. */
export const Node = z.object({
  id: z.uuid(),
  parent: z.uuid().nullable(),
  kind: z.enum(NODE_KINDS),
  code: z.string(),
  oid: z.string().nullable(),
  slug: z.string(),
  sensitive: z.boolean(),
  closed: z.boolean(),
  /** The node in which a closed one goes on. */
  successor: z.uuid().nullable(),
  name: z.object({
    fi: z.string().optional(),
    sv: z.string().optional(),
    en: z.string().optional(),
  }),
});
export type Node = z.infer<typeof Node>;

/** The tree, parents before children, siblings in order. */
export const Tree = z.object({ nodes: z.array(Node) });

/** What an administrator writes of a node. */
export const NodeForm = z.strictObject({
  kind: z.enum(['domain', 'service-area', 'service', 'unit']),
  code: filledText(40),
  oid: z.string().regex(OID).nullable().default(null),
  sensitive: z.boolean().default(false),
  name: LocalName,
});
export type NodeForm = z.infer<typeof NodeForm>;

/** What can be changed of a node that stands. */
const nodeWords = {
  oid: z.string().regex(OID).nullable(),
  sensitive: z.boolean(),
  name: LocalName,
};

/** What of a node is written, and what it said when the writer read it. */
export const NodeChange = z.strictObject({ ...nodeWords, before: z.strictObject(nodeWords) });
export type NodeChange = z.infer<typeof NodeChange>;

/** What a line of a file does to the tree. */
export const TABLE_CHANGES = [
  'added',
  'renamed',
  'moved',
  'closed',
  'merged',
  'reopened',
  'described',
] as const;

/** One line of a file: what it changes, or why it is refused, and what else there is to say of it. */
export const TableLine = z.object({
  line: z.number().int(),
  code: z.string(),
  name: z.string(),
  changes: z.array(
    z.object({
      what: z.enum(TABLE_CHANGES),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  refusals: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      detail: z.string(),
    }),
  ),
  missingNames: z.array(z.enum(['fi', 'sv', 'en'])),
});
export type TableLine = z.infer<typeof TableLine>;

/** What a file does to the tree, line by line: every line is accepted or refused with a reason. */
export const TableOutcome = z.object({
  rows: z.number().int(),
  accepted: z.number().int(),
  refused: z.number().int(),
  unchanged: z.number().int(),
  /** Lines that change something, and lines that are refused. */
  lines: z.array(TableLine),
  /** Open nodes of the reader's that the file does not name. They stay as they are. */
  absent: z.number().int(),
  /** Heads of columns that say nothing to us. */
  ignored: z.array(z.string()),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']),
  separator: z.enum([';', ',', '\t']),
  /** The same as long as the file and the tree are: what was checked is what is written. */
  digest: z.string(),
});
export type TableOutcome = z.infer<typeof TableOutcome>;

/** In which language the heads of a file are, and its yes and no. */
export const TableQuery = z.strictObject({ language: z.enum(['fi', 'sv', 'en']).default('fi') });

/** The digest of what was checked; without it the file is written whatever it changes by now. */
export const ImportQuery = z.strictObject({ digest: z.string().max(64).optional() });

/** How far the writing of a file is. */
export const ImportProgress = z.object({ done: z.number().int(), of: z.number().int() });
export type ImportProgress = z.infer<typeof ImportProgress>;

/** Where a node is moved. */
export const NodePlace = z.strictObject({ parent: z.uuid() });

/** Whether a node is closed, and in which other one it goes on. */
export const NodeClosing = z.strictObject({
  closed: z.boolean(),
  successor: z.uuid().nullable().default(null),
});
export type NodeClosing = z.infer<typeof NodeClosing>;
