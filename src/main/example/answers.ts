import type { Language } from '#platform/i18n.ts';
import { addDays, startOfDay } from '#platform/time.ts';
import { comments } from './comments.ts';
import { normal, poisson, seededRandom, weighted } from './random.ts';

/** One believable answer of the example county, before it is stored. */
export interface ExampleAnswer {
  readonly unit: string;
  readonly receivedAt: Date;
  readonly channel: 'sms' | 'qr' | 'web' | 'device';
  readonly language: Language;
  readonly recommendation: number | null;
  /** In the order of the set: 1–5, 0 = cannot say, null = not answered. */
  readonly scores: readonly (number | null)[];
  readonly comment: string;
  /** A phase of the path, for those who came from it. */
  readonly anchor: string | null;
}

/** A unit that answers come to: how many in a usual month, and whether it offers the path. */
export interface ExampleUnit {
  readonly code: string;
  readonly volume: number;
  readonly offersPath: boolean;
  /** What is answered there, when it is not the national survey. */
  readonly own?: OwnSurvey;
}

/** How the answers to a survey of the county's own turn out. */
export interface OwnSurvey {
  /** The mean of what people feel, on the five points. */
  readonly mood: number;
  /** What is rated higher or lower than the rest, in the order of its set. */
  readonly offsets: readonly number[];
  readonly recommends: boolean;
  readonly channels: readonly (readonly ['sms' | 'qr' | 'web' | 'device', number])[];
  readonly comments: Readonly<Record<Language, readonly { text: string; tone: string }[]>>;
}

const DAYS = 365;
const KNOW_NEXT = 5;
// Monday to Sunday: people visit on weekdays and answer the day after.
const WEEKDAY = [1.05, 1.3, 1.25, 1.25, 1.2, 0.7, 0.25];
// What is usually rated higher or lower than the rest, in the order of the set.
const OFFSETS = [-0.25, 0.05, 0.1, 0.2, 0.15, -0.2, 0.05];
const USUAL_CHANNELS = [
  ['sms', 70],
  ['qr', 14],
  ['device', 10],
  ['web', 6],
] as const;
const PHASES = [
  'tarvitsenko-testin',
  'tilaan-testin-tai-varaan-ajan',
  'otan-naytteen',
  'saan-tuloksen',
  'hoito-ja-sen-jalkeen',
];

/** Twelve months of answers that end on `today`, always the same for the same seed and day. Oldest first. */
export function exampleAnswers(
  units: readonly ExampleUnit[],
  today: string,
  seed = 20_261_122,
): ExampleAnswer[] {
  const random = seededRandom(seed);
  const answers = units.flatMap((unit) => answersOfUnit(random, unit, today));
  return answers.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

function answersOfUnit(random: () => number, unit: ExampleUnit, today: string): ExampleAnswer[] {
  // Most units do not truly differ; the differences that a reader sees are then chance, and the product must say so.
  const differs = random() < 0.3 ? normal(random, 0, 0.3) : 0;
  return Array.from({ length: DAYS }, (_, index) => index - DAYS + 1).flatMap((offset) => {
    const day = addDays(today, offset);
    const weekday = Temporal.PlainDate.from(day).dayOfWeek;
    const mean = (unit.volume / 30.4) * WEEKDAY[weekday - 1]!;
    return Array.from({ length: poisson(random, mean) }, () =>
      oneAnswer(random, unit, day, offset, differs),
    );
  });
}

function oneAnswer(
  random: () => number,
  unit: ExampleUnit,
  day: string,
  offset: number,
  differs: number,
): ExampleAnswer {
  const { own } = unit;
  const mood = normal(random, (own?.mood ?? 4.62) + differs, own ? 0.8 : 0.62);
  const scores = (own?.offsets ?? OFFSETS).map((usual, index) =>
    oneScore(random, mood + usual + weakPoint(unit, index, offset)),
  );
  const language = weighted<Language>(random, [
    ['fi', 86],
    ['sv', 10],
    ['en', 4],
  ]);
  const fromPath = unit.offersPath && random() < 0.45;
  const anchor = fromPath ? PHASES[Math.floor(random() * PHASES.length)]! : null;
  const channel = fromPath
    ? weighted(random, [
        ['web', 6],
        ['qr', 4],
      ] as const)
    : weighted(random, own?.channels ?? USUAL_CHANNELS);
  return {
    unit: unit.code,
    receivedAt: momentOf(random, day),
    channel,
    language,
    recommendation: own?.recommends === false || random() < 0.03 ? null : recommend(random, mood),
    scores,
    comment: random() < 0.3 ? commentFor(random, mood, language, { anchor, own }) : '',
    anchor,
  };
}

/** One unit did not tell people what happens next, until a development action mended it three months ago. */
const weakPoint = (unit: ExampleUnit, statement: number, offset: number): number =>
  unit.code === 'U014' && statement === KNOW_NEXT && offset < -75 ? -0.7 : 0;

function oneScore(random: () => number, latent: number): number | null {
  const chance = random();
  if (chance < 0.015) return null;
  if (chance < 0.05) return 0;
  return Math.min(5, Math.max(1, Math.round(normal(random, latent, 0.45))));
}

const recommend = (random: () => number, mood: number): number =>
  Math.min(10, Math.max(0, Math.round(normal(random, (mood - 1) * 2.55, 0.8))));

function momentOf(random: () => number, day: string): Date {
  const minutes = Math.min(23 * 60, Math.max(6 * 60, normal(random, 14 * 60, 200)));
  return new Date(startOfDay(day).getTime() + Math.floor(minutes * 60_000));
}

function commentFor(
  random: () => number,
  mood: number,
  language: Language,
  { anchor, own }: { anchor: string | null; own: OwnSurvey | undefined },
): string {
  const tone = mood > 4.2 ? 'good' : mood > 3.4 ? 'mixed' : 'bad';
  if (own) {
    const said = own.comments[language].filter((comment) => comment.tone === tone);
    return said[Math.floor(random() * said.length)]?.text ?? '';
  }
  const ofLanguage = comments[language].filter((comment) => comment.tone === tone);
  const fitting = ofLanguage.filter((comment) =>
    anchor ? comment.anchor === anchor : comment.topic !== 'sti',
  );
  const pool =
    fitting.length > 0 ? fitting : ofLanguage.filter((comment) => comment.topic !== 'sti');
  // Words of danger are rare in life, and each of them asks a person to act.
  const calm = random() < 0.02 ? pool : pool.filter((comment) => comment.contains !== 'danger');
  return calm[Math.floor(random() * calm.length)]?.text ?? '';
}
