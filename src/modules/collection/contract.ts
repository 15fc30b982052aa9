import { z } from 'zod';
import { filledText, parsedSeparately } from '#platform/http/parse.ts';

const Text = z.object({
  fi: z.string().exactOptional(),
  sv: z.string().exactOptional(),
  en: z.string().exactOptional(),
});
const Place = z.object({ id: z.uuid(), name: Text });
const Anchor = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

/**
 * An answer as it is sent. The sender makes the id: the same answer sent again gets the same receipt. One of `code`
 * (an open feedback point) and `token` (a personal invitation) says where it belongs.
 */
export const AnswerForm = z
  .strictObject({
    id: z.uuid().toLowerCase(),
    code: z.string().min(1).max(40).exactOptional(),
    token: z.string().min(1).max(200).exactOptional(),
    // The unit, where the form asks which one it was.
    node: z.uuid().toLowerCase().exactOptional(),
    surveyVersion: z.uuid().toLowerCase(),
    language: z.enum(['fi', 'sv', 'en']),
    respondent: z
      .enum(['customer', 'close-one', 'supported', 'child', 'did-not-get-in'])
      .exactOptional(),
    recommendation: z.number().int().min(0).max(10).nullable().default(null),
    // By the statement's code: 1–5, or 0 for "cannot say". What was not answered is left out.
    scores: z.record(z.string().max(60), z.number().int().min(0).max(5)).default({}),
    comment: z.string().default(''),
  })
  .superRefine(({ code, token, node }, { addIssue }) => {
    if (code === undefined && token === undefined)
      addIssue({ code: 'custom', path: ['code'], message: 'missing' });
    if (code !== undefined && token !== undefined)
      addIssue({ code: 'custom', path: ['token'], message: 'unknown-field' });
    // An invitation knows its unit.
    if (token !== undefined && node !== undefined)
      addIssue({ code: 'custom', path: ['node'], message: 'unknown-field' });
  });
/** An answer on its way in. */
export type Submission = z.infer<typeof AnswerForm>;

/** The largest number of items in one batch. */
const LARGEST_BATCH = 1000;

/** Answers that another system hands in together. Each is looked at by itself. */
export const AnswerBatch = z.strictObject({
  answers: z.array(parsedSeparately(AnswerForm)).min(1).max(LARGEST_BATCH),
});

/** An item of a batch that was refused; pointers go into the whole body. */
const Refusal = z.object({
  status: z.int().min(400),
  type: z.string(),
  title: z.string(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))
    .readonly()
    .exactOptional(),
});

/** What became of each answer of a batch, in its order: 201 stored, 200 stored before, or a problem. */
export const AnswerResults = z.object({
  results: z.array(
    z.union([
      z.object({ status: z.literal([200, 201]), id: z.uuid(), receipt: z.string() }),
      Refusal,
    ]),
  ),
});
export type AnswerResult = z.infer<typeof AnswerResults>['results'][number];

/** The proof that an answer was stored. It is random and tells of nobody. */
export const Receipt = z.object({ receipt: z.string() });

/** An open way in: a short address, as a link or a QR code. */
export const FeedbackPoint = z.object({
  id: z.uuid(),
  code: z.string(),
  address: z.url(),
  channel: z.enum(['web', 'qr']),
  unit: Place.nullable(),
  /** The point of a path that it asks about; titles are those of the path and of its phase. */
  path: z
    .object({ id: z.uuid(), anchor: z.string(), title: Text, phase: Text.nullable() })
    .nullable(),
  /** The survey that it asks. */
  survey: Place,
  created: z.iso.date(),
});
export type FeedbackPoint = z.infer<typeof FeedbackPoint>;

/** The feedback points of a node and all below it, and what a new point of a unit may ask about. */
export const FeedbackPoints = z.object({
  points: z.array(FeedbackPoint),
  places: z.array(
    z.object({ path: z.uuid(), anchor: z.string(), title: Text, phase: Text.nullable() }),
  ),
  /** What a new point or invitation may ask, the county's usual survey first. */
  surveys: z.array(Place),
});
export type FeedbackPoints = z.infer<typeof FeedbackPoints>;

/** On which phases of each path an open feedback point asks. */
export const AskedPhases = z.object({
  paths: z.array(z.object({ path: z.uuid(), anchors: z.array(z.string()) })),
});
export type AskedPhases = z.infer<typeof AskedPhases>;

/** A new feedback point of a unit. */
export const FeedbackPointForm = z
  .strictObject({
    channel: z.enum(['web', 'qr']).default('qr'),
    // The county's usual one, when it is left out.
    survey: z.uuid().exactOptional(),
    path: z.uuid().exactOptional(),
    anchor: Anchor.exactOptional(),
  })
  .superRefine(bothOrNeither);
export type FeedbackPointForm = z.infer<typeof FeedbackPointForm>;

/** What a feedback point's poster shows. */
export const Poster = z.object({
  county: Text,
  /** Its sentences in each of the county's languages: the reader's own words are not enough on a wall. */
  words: z.array(
    z.object({
      language: z.enum(['fi', 'sv', 'en']),
      tell: z.string(),
      how: z.string(),
      promise: z.string(),
      emergency: z.string(),
    }),
  ),
  point: FeedbackPoint,
});
export type Poster = z.infer<typeof Poster>;

// What every order of an invitation says.
const invitationFields = {
  node: z.uuid().toLowerCase(),
  survey: z.uuid().toLowerCase().exactOptional(),
  path: z.uuid().toLowerCase().exactOptional(),
  anchor: Anchor.exactOptional(),
  channel: z.enum(['sms', 'device', 'kiosk', 'qr', 'web', 'paper', 'oral', 'phone']).default('web'),
  expiresInDays: z.number().int().min(1).max(365).default(30),
};

/** An order of invitations: each gives one answer, until it expires. */
export const InvitationOrder = z
  .strictObject({
    ...invitationFields,
    count: z.number().int().min(1).max(1000).default(1),
    // The language of the table's headings, when it is asked for as CSV.
    language: z.enum(['fi', 'sv', 'en']).default('fi'),
  })
  .superRefine(bothOrNeither);
export type InvitationOrder = z.infer<typeof InvitationOrder>;

/** Invitations that were made. Their tokens are told this once and kept nowhere. */
export const Invitations = z.object({
  invitations: z.array(z.object({ token: z.string(), address: z.url() })),
  expires: z.iso.datetime(),
});

/**
 * One invitation of a batch. The other system names it by a key of its own, such as the number of a visit: the same
 * key again gives the same invitation. The key is stored nowhere.
 */
export const KeyedInvitation = z
  .strictObject({ key: filledText(200), ...invitationFields })
  .superRefine(bothOrNeither);
export type KeyedInvitation = z.infer<typeof KeyedInvitation>;

/** Invitations that another system orders together. */
export const InvitationBatch = z.strictObject({
  invitations: z.array(parsedSeparately(KeyedInvitation)).min(1).max(LARGEST_BATCH),
});

/** What became of each order of a batch, in its order: 201 made, 200 made before, or a problem. */
export const InvitationResults = z.object({
  results: z.array(
    z.union([
      z.object({
        status: z.literal([200, 201]),
        key: z.string(),
        token: z.string(),
        address: z.url(),
        expires: z.iso.datetime(),
      }),
      Refusal,
    ]),
  ),
});
export type InvitationResult = z.infer<typeof InvitationResults>['results'][number];

function bothOrNeither(
  { path, anchor }: { path?: string; anchor?: string },
  { addIssue }: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  if ((path === undefined) !== (anchor === undefined))
    addIssue({
      code: 'custom',
      path: [path === undefined ? 'path' : 'anchor'],
      message: 'missing',
    });
}
