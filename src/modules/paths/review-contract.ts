import { z } from 'zod';
import { VARIANTS } from '#platform/language.ts';
import { filledText, text } from '#platform/http/parse.ts';
import { Slug } from './element-properties.ts';
import { PathFault } from './path-fault.ts';

/** What a version is reviewed for. The content of every path is; the care of a path that is about care. */
export const REVIEW_KINDS = [
  'content',
  'clinical',
  'easy-language',
  'accessibility',
  'legal',
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** The kinds that a reviewer without a role for care may decide. */
export const PLAIN_KINDS = ['content', 'easy-language', 'accessibility', 'legal'] as const;

const Kind = z.enum(REVIEW_KINDS);
const Said = z.partialRecord(z.enum(['fi', 'sv', 'en']), z.string());
const Variant = z.enum(VARIANTS);

/** What the public is told of a change, and what only the staff are. */
const notes = {
  changeNote: z
    .strictObject({ fi: text(300).optional(), sv: text(300).optional(), en: text(300).optional() })
    .default({}),
  internalNote: text(1000).default(''),
};

/** Publishes the draft at once. */
export const PublicationForm = z.strictObject(notes);
export type PublicationForm = z.infer<typeof PublicationForm>;

/** Publishes the draft at a time, if it is still fit then. */
export const ScheduleForm = z.strictObject({ at: z.iso.datetime({ offset: true }), ...notes });
export type ScheduleForm = z.infer<typeof ScheduleForm>;

/** Publishes the draft although nobody has reviewed it, and says why. */
export const EmergencyForm = z.strictObject({ reason: filledText(1000), ...notes });
export type EmergencyForm = z.infer<typeof EmergencyForm>;

/** Asks for a review; what the reviewers should know goes with it. */
export const RequestForm = z.strictObject({
  kind: Kind.default('content'),
  text: text(1000).default(''),
});
export type RequestForm = z.infer<typeof RequestForm>;

/** A reviewer's verdict on what they have read: this version at this revision. */
const verdict = {
  number: z.int().min(1),
  revision: z.int().min(1),
  verdict: z.enum(['approval', 'rejection']),
  text: text(2000).default(''),
};
export const VerdictForm = z.strictObject({
  kind: z.enum(PLAIN_KINDS).default('content'),
  ...verdict,
});
export const ClinicalVerdictForm = z.strictObject(verdict);
export type Verdict = Omit<z.infer<typeof VerdictForm>, 'kind'> & { kind: ReviewKind };

/** A comment, on the spot when it says where. */
export const CommentForm = z.strictObject({
  kind: Kind.default('content'),
  anchor: Slug.nullable().default(null),
  field: filledText(40).nullable().default(null),
  variant: Variant.nullable().default(null),
  text: filledText(2000),
});
export type CommentForm = z.infer<typeof CommentForm>;

/** An answer to a comment; it may also say that the matter is in order. */
export const AnswerForm = z.strictObject({
  text: text(2000).default(''),
  resolves: z.boolean().default(false),
});
export type AnswerForm = z.infer<typeof AnswerForm>;

/** After how many months a published path is looked at again. */
export const ReviewIntervalForm = z.strictObject({ months: z.int().min(1).max(36) });

/** How far a kind of review is: an approval of an older revision is `outdated`. */
export const KindState = z.object({
  kind: Kind,
  required: z.boolean(),
  state: z.enum(['missing', 'approved', 'outdated', 'rejected']),
  by: z.string().nullable(),
  at: z.string().nullable(),
});
export type KindState = z.infer<typeof KindState>;

/** One thing that was asked, said or decided. */
export const ReviewEntry = z.object({
  id: z.uuid(),
  what: z.enum(['request', 'approval', 'rejection', 'comment', 'answer', 'resolution']),
  kind: Kind,
  number: z.number().nullable(),
  revision: z.number(),
  anchor: z.string().nullable(),
  field: z.string().nullable(),
  variant: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  answers: z.uuid().nullable(),
});
export type ReviewEntry = z.infer<typeof ReviewEntry>;

/** What everybody who works with the path must know. */
export const PathNotice = z.object({
  kind: z.enum(['emergency', 'schedule-failed']),
  text: z.string(),
  faults: z.array(PathFault),
  by: z.string().nullable(),
  at: z.string(),
});
export type PathNotice = z.infer<typeof PathNotice>;

/** Everything about the review of a path: of its draft, or of what is published when there is none. */
export const PathReviews = z.object({
  number: z.number(),
  revision: z.number(),
  status: z.enum(['draft', 'published']),
  /** The number of the published version, which a draft is compared with. */
  published: z.number().nullable(),
  clinical: z.boolean(),
  /** Whether what is published was published before there were reviews: it stays public, and somebody should read it. */
  unreviewed: z.boolean(),
  kinds: z.array(KindState),
  entries: z.array(ReviewEntry),
  /** Who has edited since the last approval of the content: they cannot approve it. */
  writers: z.array(z.string()),
  /** When the draft will be published, and whether that would succeed as things stand. */
  schedule: z.object({ at: z.string(), by: z.string().nullable(), holds: z.boolean() }).nullable(),
  notices: z.array(PathNotice),
  reviewMonths: z.number(),
  may: z.object({
    request: z.boolean(),
    comment: z.boolean(),
    /** The kinds that the reader may decide: they have a role for it and did not edit. */
    decide: z.array(Kind),
    /** They would have the role, but have edited. */
    hasEdited: z.boolean(),
    schedule: z.boolean(),
    emergency: z.boolean(),
    setInterval: z.boolean(),
    restore: z.boolean(),
  }),
});
export type PathReviews = z.infer<typeof PathReviews>;

/** A version in the path's history. */
export const PathVersion = z.object({
  number: z.number(),
  status: z.enum(['draft', 'snapshot', 'published', 'superseded']),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  changeNote: Said,
  internalNote: z.string(),
});
export type PathVersion = z.infer<typeof PathVersion>;
export const PathVersions = z.object({ versions: z.array(PathVersion) });

/** A piece of a text: it is in both versions, or only in one of them. */
export const TextPiece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type TextPiece = z.infer<typeof TextPiece>;

/** What differs in one part of the path. */
export const ElementChange = z.object({
  anchor: z.string(),
  kind: z.string(),
  title: Said,
  channel: z.uuid().nullable(),
  change: z.enum(['added', 'removed', 'changed']),
  /** It stands elsewhere: among its siblings, or below another part. */
  moved: z.boolean(),
  texts: z.array(z.object({ field: z.string(), variant: z.string(), pieces: z.array(TextPiece) })),
  properties: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
});
export type ElementChange = z.infer<typeof ElementChange>;
export const PathDifference = z.object({
  from: z.number().nullable(),
  to: z.number(),
  changes: z.array(ElementChange),
});
export type PathDifference = z.infer<typeof PathDifference>;

/** Something about a path that waits for somebody. */
export const PathTask = z.object({
  path: z.uuid(),
  title: Said,
  kind: z.enum([
    'emergency',
    'schedule-failed',
    'review-asked',
    'clinical-review-asked',
    'sent-back',
    'approved',
    'due-soon',
    'overdue',
    'long-overdue',
  ]),
  /** Since when, or by when. */
  day: z.string(),
});
export type PathTask = z.infer<typeof PathTask>;
export const PathTasks = z.object({ tasks: z.array(PathTask) });

/** Where somebody writes just now; null: nowhere any more. */
export const PresenceForm = z.strictObject({
  place: z.strictObject({ anchor: Slug, field: filledText(40), variant: Variant }).nullable(),
});
