import { z } from 'zod';

/** The kinds of data that are removed when they are old enough, in the order in which they are shown. */
export const RETENTION_KINDS = [
  'texts',
  'invitations',
  'audit',
  'sessions',
  'limits',
  'jobs',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/**
 * For how many days each kind is kept unless the county says otherwise, and what it may choose. No law gives years
 * for feedback: the county decides in its tiedonohjaussuunnitelma. Counted from when the text or the entry was
 * written, the invitation or the session ended, the limit's window or the job was over.
 */
export const RETENTION_LIMITS: Readonly<
  Record<
    RetentionKind,
    { readonly standard: number; readonly least: number; readonly most: number }
  >
> = {
  texts: { standard: 730, least: 30, most: 3_650 },
  invitations: { standard: 30, least: 1, most: 365 },
  audit: { standard: 1_825, least: 365, most: 7_300 },
  sessions: { standard: 1, least: 1, most: 30 },
  limits: { standard: 1, least: 1, most: 30 },
  // The job queue itself removes them after a week.
  jobs: { standard: 7, least: 1, most: 7 },
};

/** One kind: how long it is kept, and what the next removal takes. */
export const RetentionRow = z.object({
  kind: z.enum(RETENTION_KINDS),
  days: z.int(),
  changedOn: z.iso.date().nullable(),
  /** What is older than this instant goes at the next removal, and how many there are. */
  before: z.iso.datetime(),
  rows: z.int(),
});
export type RetentionRow = z.infer<typeof RetentionRow>;

/** Every kind, and when old data was last removed and will be next. */
export const Retention = z.object({
  last: z.iso.datetime().nullable(),
  next: z.iso.datetime(),
  kinds: z.array(RetentionRow),
});
export type Retention = z.infer<typeof Retention>;

/** A new time for a kind. */
export const RetentionChange = z.strictObject({ days: z.int().min(1).max(7_300) });
export type RetentionChange = z.infer<typeof RetentionChange>;

/** For how many days something would be kept. */
export const RetentionPreview = z.strictObject({ days: z.coerce.number().int().min(1).max(7_300) });

/** How many would go at the next removal. */
export const PreviewedRows = z.object({ rows: z.int() });
export type PreviewedRows = z.infer<typeof PreviewedRows>;
