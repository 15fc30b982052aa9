import { z } from 'zod';
import { filledText } from '#platform/http/parse.ts';

/** The kinds of nodes, from the root down. */
export const NODE_KINDS = ['county', 'domain', 'service-area', 'service', 'unit'] as const;

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
  // The national organisation identifier (JHS 159).
  oid: z
    .string()
    .regex(/^1\.2\.246\.10(\.\d{1,12})+$/)
    .nullable()
    .default(null),
  sensitive: z.boolean().default(false),
  name: LocalName,
});
export type NodeForm = z.infer<typeof NodeForm>;

/** What can be changed of a node that stands. */
export const NodeChange = z.strictObject({
  oid: z
    .string()
    .regex(/^1\.2\.246\.10(\.\d{1,12})+$/)
    .nullable(),
  sensitive: z.boolean(),
  name: LocalName,
});
export type NodeChange = z.infer<typeof NodeChange>;
