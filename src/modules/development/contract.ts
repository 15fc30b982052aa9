import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';
import { Count, SetChoice, SetVersion, VersionBreak } from '#contract/reports';
import { GuideDifference, GuideQuestion, GuideStatement, GuideText } from './guide-contract.ts';
import { Reply, ReplyState } from './reply-contract.ts';

export {
  GuideDifference,
  GuideQuery,
  GuideQuestion,
  GuideStatement,
  GuideText,
} from './guide-contract.ts';
export {
  Reply,
  REPLY_LENGTH,
  ReplyForm,
  ReplyHindrance,
  ReplySeen,
  ReplyState,
  type ReplyStatus,
  ReplyTexts,
} from './reply-contract.ts';

/** The states of an action, in the order of the work. */
export const ACTION_STATUSES = ['proposed', 'decided', 'in-progress', 'done', 'rejected'] as const;
export const ActionStatus = z.enum(ACTION_STATUSES);
export type ActionStatus = z.infer<typeof ActionStatus>;

export type EventKind =
  | 'created'
  | 'edited'
  | 'status'
  | 'reply-written'
  | 'reply-published'
  | 'reply-withdrawn';

const LocalText = z.object({
  fi: z.string().optional(),
  sv: z.string().optional(),
  en: z.string().optional(),
});
const NodeName = z.object({ id: z.uuid(), name: LocalText });
const Moment = z.iso.datetime();

const Day = z.iso
  .date()
  .refine((day) => day >= '2000-01-01' && day <= '2100-12-31', { message: 'date-out-of-range' });

const Place = z.strictObject({
  path: z.uuid(),
  anchor: z
    .string()
    .max(200)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
});

const fields = {
  title: filledText(160),
  reason: filledText(2_000),
  // A role or a name, as the unit itself says it.
  owner: filledText(120),
  due: Day,
  place: Place.nullable().default(null),
  /** The answers that the action comes from. */
  sources: z.array(z.uuid()).max(50).default([]),
};

/** A new action. The same id sent twice makes one action. */
export const ActionForm = z.strictObject({
  id: z.uuid().optional(),
  ...fields,
  discussion: z.uuid().nullable().default(null),
});
export type ActionForm = z.infer<typeof ActionForm>;

/** What is changed of an action, and the revision that the writer saw. */
export const ActionChange = z.strictObject({ ...fields, revision: z.int().min(1) });
export type ActionChange = z.infer<typeof ActionChange>;

/** A change of state. A rejection needs its reason in `note`. */
export const StatusChange = z.strictObject({
  status: ActionStatus,
  note: text(1_000).default(''),
  revision: z.int().min(1),
});
export type StatusChange = z.infer<typeof StatusChange>;

/** An action in a list. */
export const ActionSummary = z.object({
  id: z.uuid(),
  node: NodeName,
  title: z.string(),
  owner: z.string(),
  due: z.string(),
  overdue: z.boolean(),
  status: ActionStatus,
  sources: z.int(),
  reply: ReplyState,
  updatedOn: z.string(),
});
export type ActionSummary = z.infer<typeof ActionSummary>;

/** The actions of a node and of all that is below it; `counts` tells of all, `actions` lists at most some hundreds. */
export const ActionList = z.object({
  counts: z.object({
    proposed: z.int(),
    decided: z.int(),
    'in-progress': z.int(),
    done: z.int(),
    rejected: z.int(),
  }),
  overdue: z.int(),
  actions: z.array(ActionSummary),
});
export type ActionList = z.infer<typeof ActionList>;

/** One line of an action's history. */
export const HistoryItem = z.object({
  number: z.int(),
  at: Moment,
  by: z.string().nullable(),
  kind: z.enum([
    'created',
    'edited',
    'status',
    'reply-written',
    'reply-published',
    'reply-withdrawn',
  ]),
  from: ActionStatus.nullable(),
  to: ActionStatus.nullable(),
  note: z.string(),
  changes: z.array(
    z.object({
      field: z.enum(['title', 'reason', 'owner', 'due', 'place', 'sources']),
      from: z.string(),
      to: z.string(),
    }),
  ),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

/** One action with all its facts. The texts of its sources are asked for apart, as not everyone may read them. */
export const Action = z.object({
  id: z.uuid(),
  revision: z.int(),
  node: NodeName,
  title: z.string(),
  reason: z.string(),
  owner: z.string(),
  due: z.string(),
  overdue: z.boolean(),
  status: ActionStatus,
  /** The states that it can go to from here. */
  next: z.array(ActionStatus),
  place: z
    .object({ path: z.uuid(), anchor: z.string(), pathTitle: LocalText, phaseTitle: LocalText })
    .nullable(),
  discussion: z.object({ id: z.uuid(), heldOn: z.string() }).nullable(),
  sources: z.array(z.uuid()),
  createdOn: z.string(),
  doneOn: z.string().nullable(),
  languages: z.array(z.enum(['fi', 'sv', 'en'])),
  reply: Reply.nullable(),
  history: z.array(HistoryItem),
  may: z.object({
    change: z.boolean(),
    readSources: z.boolean(),
    writeReply: z.boolean(),
    publishReply: z.boolean(),
  }),
});
export type Action = z.infer<typeof Action>;

/** What customers told, as masked. */
export const SourceText = z.object({
  answer: z.uuid(),
  node: NodeName,
  day: z.string(),
  recommendation: z.int().nullable(),
  text: z.string().nullable(),
});
export type SourceText = z.infer<typeof SourceText>;

/** The feedback that an action comes from. */
export const Sources = z.object({ sources: z.array(SourceText) });

/** The published paths and their phases, to hang an action on. */
export const Places = z.object({
  paths: z.array(
    z.object({
      path: z.uuid(),
      title: LocalText,
      phases: z.array(z.object({ anchor: z.string(), title: LocalText })),
    }),
  ),
});
export type Places = z.infer<typeof Places>;

/** What was agreed when the results were gone through with the staff. */
export const DiscussionForm = z
  .strictObject({ periodFrom: Day, periodTo: Day, agreed: filledText(4_000) })
  .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, {
    path: ['periodTo'],
    message: 'ends-before-start',
  });
export type DiscussionForm = z.infer<typeof DiscussionForm>;

/** A held discussion. */
export const Discussion = z.object({
  id: z.uuid(),
  heldOn: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  agreed: z.string(),
  by: z.string(),
  /** How many actions came of it. */
  actions: z.int(),
});
export type Discussion = z.infer<typeof Discussion>;

/** The latest discussions of a node. */
export const Discussions = z.object({ discussions: z.array(Discussion) });
export type Discussions = z.infer<typeof Discussions>;

/** A ready guide (keskustelurunko) for going through a unit's results in a meeting of half an hour, in the order of the talk. */
export const DiscussionGuide = z.object({
  node: NodeName,
  parent: NodeName.nullable(),
  periodFrom: z.string(),
  periodTo: z.string(),
  /** The statement set that all of it is about, and those that it could be about. */
  set: SetVersion.nullable(),
  sets: z.array(SetChoice),
  break: VersionBreak.nullable(),
  /** Null where there are too few to tell how many. */
  answers: Count,
  minutes: z.object({
    well: z.int(),
    told: z.int(),
    differs: z.int(),
    questions: z.int(),
    tries: z.int(),
  }),
  well: z.object({ state: z.enum(['strong', 'best', 'few']), statements: z.array(GuideStatement) }),
  told: z.array(GuideText),
  differs: z.object({
    state: z.enum(['some', 'none', 'few', 'no-parent']),
    items: z.array(GuideDifference),
  }),
  questions: z.array(GuideQuestion),
  tries: z.object({ open: z.array(ActionSummary), last: Discussion.nullable() }),
});
export type DiscussionGuide = z.infer<typeof DiscussionGuide>;
