import { z } from 'zod';
import { NODE_KINDS } from '#contract/organisation';

/** For how many days a report looks back. The filters are few and fixed, so that no two of them single a person out. */
export const DAYS = ['30', '90', '365'] as const;

/** The ways in which an answer can come. */
export const CHANNELS = ['sms', 'device', 'kiosk', 'qr', 'web', 'paper', 'oral', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a report is asked for. */
export const DashboardQuery = z.strictObject({
  days: z.enum(DAYS).default('30'),
  channel: z.enum(['all', ...CHANNELS]).default('all'),
});

/** For how many days the channels are told apart. */
export const ChannelQuery = z.strictObject({ days: z.enum(DAYS).default('30') });

/** The same for a file, whose heads are in a language. */
export const CsvQuery = DashboardQuery.extend({
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});

/** A figure with its n, its 95 % interval and its state; `few` says only that it is hidden, which is not zero. */
export const Figure = z.discriminatedUnion('state', [
  z.object({
    state: z.enum(['enough', 'wide']),
    n: z.number().int(),
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
export const Count = z.number().int().nullable();

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

/** The version of the instrument that figures were measured with; versions are never mixed in one figure. */
export const SetVersion = z.object({ id: z.uuid(), code: z.string(), version: z.number().int() });
export type SetVersion = z.infer<typeof SetVersion>;

/** The recommendation index month by month; a new version of the instrument begins a new segment. */
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
  days: z.number().int(),
  channel: z.enum(['all', ...CHANNELS]),
  from: z.string(),
  to: z.string(),
  formerFrom: z.string(),
  formerTo: z.string(),
  set: SetVersion.nullable(),
  answers: Count,
  formerAnswers: Count,
  comments: Count,
  recommendation: Measured,
  statements: z.array(StatementWords.extend(Measured.shape)),
  children: z.array(NamedNode.extend({ answers: Count, recommendation: Figure })),
  line: Line,
});
export type Dashboard = z.infer<typeof Dashboard>;

/** The answers of each channel, the most first; null when they cannot be told apart without giving somebody away. */
export const ChannelCounts = z.object({
  channels: z.array(z.object({ channel: z.enum(CHANNELS), answers: z.number().int() })).nullable(),
});
export type ChannelCounts = z.infer<typeof ChannelCounts>;

/** What everybody may see of a node: the last 30 closed days and the closed months. */
export const PublicFigures = z.object({
  node: NamedNode,
  from: z.string(),
  to: z.string(),
  set: SetVersion.nullable(),
  answers: Count,
  recommendation: Figure,
  statements: z.array(StatementWords.extend({ figure: Figure })),
  line: Line,
});
export type PublicFigures = z.infer<typeof PublicFigures>;
