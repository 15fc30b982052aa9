import { z } from 'zod';
import { NODE_KINDS } from '#contract/organisation';

/**
 * How many calendar months a report looks back over, the running one among them. The filters are few and fixed, and whole
 * months never overlap, so that no two choices single a person out.
 */
export const MONTHS = ['2', '4', '12'] as const;
/** The same as a number. */
export type Months = 2 | 4 | 12;

/** The ways in which an answer can come. */
export const CHANNELS = ['sms', 'device', 'kiosk', 'qr', 'web', 'paper', 'oral', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

// The code of a statement set. Left out, it is the one that most answers came with.
const SetCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** What a report is asked for. A report is always of one statement set: no figure and no count mixes two. */
export const DashboardQuery = z.strictObject({
  months: z.enum(MONTHS).default('2'),
  channel: z.enum(['all', ...CHANNELS]).default('all'),
  set: SetCode.exactOptional(),
});

/** For how many months, and of which statement set, the channels are told apart. */
export const ChannelQuery = z.strictObject({
  months: z.enum(MONTHS).default('2'),
  set: SetCode.exactOptional(),
});

/** The same for a file, whose heads are in a language. */
export const CsvQuery = DashboardQuery.extend({
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});

/** The months of the line are the months whose answers can be had as rows: so many that have ended. */
export const CLOSED_MONTHS = 12;

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** Of which months, both included, and of which survey the answers are asked for; `language` is that of the places' names. */
export const AnswersQuery = z.strictObject({
  from: Month,
  to: Month,
  set: SetCode.exactOptional(),
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});
export type AnswersQuery = z.infer<typeof AnswersQuery>;

/** The header in which a file of answers says how many there are in it. */
export const ROWS_HEADER = 'polku-rows';

// Several months rest on at least so many: what small months hold is in the figure, but how many they were is not told.
const AtLeast = z.literal(true).exactOptional();

/** A figure with its n, its 95 % interval and its state; `few` says only that it is hidden, which is not zero. */
export const Figure = z.discriminatedUnion('state', [
  z.object({
    state: z.enum(['enough', 'wide']),
    n: z.number().int(),
    atLeast: AtLeast,
    value: z.number(),
    low: z.number(),
    high: z.number(),
  }),
  z.object({ state: z.literal('few') }),
]);
export type Figure = z.infer<typeof Figure>;
/** A figure that is shown. */
export type ShownFigure = Exclude<Figure, { state: 'few' }>;

/** The difference of two figures with its 95 % interval: higher or lower only when that excludes 0. */
export const Difference = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  verdict: z.enum(['higher', 'lower', 'cannot-tell']),
});
export type Difference = z.infer<typeof Difference>;

/** A figure beside its former period and beside the node above; null where there is nothing to compare with. */
export const Measured = z.object({
  figure: Figure,
  former: Figure.nullable(),
  change: Difference.nullable(),
  parent: Figure.nullable(),
  apart: Difference.nullable(),
  /** The best guess when the node's own answers and those of its siblings are weighed together. */
  pooled: z.number().nullable(),
});
export type Measured = z.infer<typeof Measured>;

/** How many; null = hidden because there are too few or because it would give away others. */
export const Count = z.object({ n: z.number().int(), atLeast: AtLeast }).nullable();
export type Count = z.infer<typeof Count>;

const Text = z.object({
  fi: z.string().exactOptional(),
  sv: z.string().exactOptional(),
  en: z.string().exactOptional(),
});

/** A node by its name. */
export const NamedNode = z.object({
  id: z.uuid(),
  kind: z.enum(NODE_KINDS),
  slug: z.string(),
  name: Text,
});

/** The version of the statement set that figures were measured with; versions are never mixed in one figure. */
export const SetVersion = z.object({
  id: z.uuid(),
  code: z.string(),
  version: z.number().int(),
  /** What the survey that asks it is called. */
  name: Text,
  /** Whom it is for. */
  respondents: z.array(z.string()),
  /** The first day on which it was in use. */
  from: z.iso.date(),
});
export type SetVersion = z.infer<typeof SetVersion>;

/** A statement set that a report can be of. */
export const SetChoice = SetVersion.pick({ code: true, name: true });

/**
 * The version changed within the periods that a report compares, so nothing is compared: what is shown rests on the
 * answers to the new version alone.
 */
export const VersionBreak = z.object({ on: z.iso.date() });

/** The recommendation index month by month; a new version of the set begins a new segment, and no line joins them. */
export const Line = z.object({
  months: z.array(z.string()),
  segments: z.array(
    z.object({
      set: SetVersion,
      points: z.array(z.object({ month: z.string(), figure: Figure, parent: Figure.nullable() })),
    }),
  ),
});
export type Line = z.infer<typeof Line>;

/** A statement of the set with its words. */
export const StatementWords = z.object({ code: z.string(), theme: z.string(), text: Text });

/** Everything that the report of a node shows. */
export const Dashboard = z.object({
  node: NamedNode,
  /** The nodes above, from the county down. */
  path: z.array(NamedNode),
  months: z.number().int(),
  channel: z.enum(['all', ...CHANNELS]),
  from: z.string(),
  to: z.string(),
  formerFrom: z.string(),
  formerTo: z.string(),
  set: SetVersion.nullable(),
  /** The county's sets that a report can be of. */
  sets: z.array(SetChoice),
  break: VersionBreak.nullable(),
  answers: Count,
  formerAnswers: Count,
  comments: Count,
  /** null = the survey does not ask it. */
  recommendation: Measured.nullable(),
  statements: z.array(StatementWords.extend(Measured.shape)),
  children: z.array(NamedNode.extend({ answers: Count, recommendation: Figure.nullable() })),
  line: Line,
});
export type Dashboard = z.infer<typeof Dashboard>;

/** The answers of each channel, the most first; null when they cannot be told apart without giving somebody away. */
export const ChannelCounts = z.object({
  channels: z.array(z.object({ channel: z.enum(CHANNELS), answers: Count.unwrap() })).nullable(),
});
export type ChannelCounts = z.infer<typeof ChannelCounts>;

/** What everybody may see of a node: the last month that has been published, and those before it. */
export const PublicFigures = z.object({
  node: NamedNode,
  /** The first day of the month; null while none has been published. */
  month: z.iso.date().nullable(),
  set: SetVersion.nullable(),
  break: VersionBreak.nullable(),
  answers: z.number().int().nullable(),
  /** null = the survey does not ask it. */
  recommendation: Figure.nullable(),
  statements: z.array(StatementWords.extend({ figure: Figure })),
  line: Line,
});
export type PublicFigures = z.infer<typeof PublicFigures>;
