import { z } from 'zod';

const Text = z.object({
  fi: z.string().exactOptional(),
  sv: z.string().exactOptional(),
  en: z.string().exactOptional(),
});

/** Who acted, when it was no account: the program itself, or somebody whom nobody asks who they are. */
export const NAMELESS = ['system', 'public'] as const;

/** How many entries a file holds at most: the newest of those that were asked for. */
export const MOST_IN_FILE = 20_000;

const filter = {
  /** An account, or who acted without one. */
  who: z.union([z.uuid(), z.enum(NAMELESS)]).optional(),
  action: z.string().max(80).optional(),
  /** The unit, and all below it. */
  node: z.uuid().optional(),
  /** A part of what it concerned, such as an id. */
  thing: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

/** Which entries to show: one page, the newest first, beginning `after` an entry. */
export const AuditQuery = z.strictObject({
  ...filter,
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Which entries to write into a file, and in which language. */
export const AuditFileQuery = z.strictObject({
  ...filter,
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});
export type AuditFilter = Omit<z.infer<typeof AuditFileQuery>, 'language'>;

/** Who did what to which thing, and when. `number` is its place in the chain; null until the job has given one. */
export const AuditEntry = z.object({
  id: z.uuid(),
  number: z.int().nullable(),
  at: z.iso.datetime(),
  who: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['account', 'token']), id: z.uuid(), name: z.string() }),
    z.object({ kind: z.enum(NAMELESS) }),
  ]),
  action: z.string(),
  thing: z.string().nullable(),
  node: z.object({ id: z.uuid(), name: Text }).nullable(),
  request: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** One page of entries. `next` is given back as `after`. */
export const AuditPage = z.object({ entries: z.array(AuditEntry), next: z.uuid().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

/** What the screen begins from: the actions that can be searched for, and how the chain stands. */
export const AuditOverview = z.object({
  actions: z.array(z.string()),
  chain: z.object({
    head: z.int(),
    headAt: z.iso.datetime().nullable(),
    start: z.int(),
    waiting: z.int(),
  }),
});
export type AuditOverview = z.infer<typeof AuditOverview>;
