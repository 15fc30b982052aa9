import { sql } from 'kysely';
import {
  type PlacedAnswer,
  raiseConcerns,
  recordAnswers,
  type RecordedText,
  sealAnswer,
} from '#modules/feedback';
import { getSurveyInUse, listVersions, type SurveyVersion } from '#modules/surveys';
import type { Surveys } from '#main/instrument/enter-surveys.ts';
import type { AnyContext } from '#platform/context.ts';
import type { DomainEvent } from '#platform/events.ts';
import { newId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { ExampleAnswer } from './answers.ts';
import { answeredUntil } from './change-units.ts';
import { examplePaths, type PathIds, phasesOf } from './example-paths.ts';
import type { Place } from './fill-organisation.ts';
import type { InventedAnswers } from './invent-answers.ts';
import { DEMO_SIGN_INS } from './sign-ins.ts';
import { ownSurveys } from './own-surveys.ts';

const SET_SIZE = 2_000;
const CONCERN_DAYS = 4;

interface Given {
  readonly surveys: Surveys;
  /** The first day of the national survey's present version. */
  readonly changedOn: string;
  readonly paths: PathIds;
  readonly invented: InventedAnswers;
  readonly places: ReadonlyMap<string, Place>;
}

/** An answer that is checked and masked when its turn comes. */
type Placing = () => PlacedAnswer;

/** Stores twelve months of answers by the same function as every other answer; how many comes back. */
export async function fillAnswers(ctx: AnyContext, given: Given): Promise<number> {
  const answers = [
    ...(await nationalAnswers(ctx, given)),
    ...(await ownAnswers(ctx, given)),
    ...(await changedAnswers(ctx, given)),
    await urgentAnswer(ctx, given),
  ];
  const texts: RecordedText[] = [];
  const heard = async ({ data }: DomainEvent): Promise<void> => {
    texts.push(...(data as { texts: RecordedText[] }).texts);
  };
  for (let start = 0; start < answers.length; start += SET_SIZE) {
    const set = answers.slice(start, start + SET_SIZE).map((place) => place());
    await recordAnswers({ ...ctx, emit: heard }, set);
    // Answers are sent without waiting. Were none waited for, all would be masked while PostgreSQL has nothing to do yet.
    await sql`select`.execute(ctx.db);
  }
  // Whatever danger was told of earlier has long been handled; the last days' is still open.
  const since = ctx.now().getTime() - CONCERN_DAYS * 86_400_000;
  await raiseConcerns(
    ctx,
    texts.filter(({ receivedAt }) => receivedAt.getTime() > since),
  );
  return answers.length;
}

async function nationalAnswers(ctx: AnyContext, given: Given): Promise<Placing[]> {
  const [former, present] = await listVersions(ctx, given.surveys.national);
  return untilNow(ctx, given.invented.national).map((example, index) => () => {
    const version = dayOf(example.receivedAt) < given.changedOn ? former : present;
    return placeAnswer(given, version!, example, pathOf(given.paths, example, index));
  });
}

const OTHERS = examplePaths.filter(({ name }) => name !== 'sti');

/** The phase that somebody came from; of the other paths, every second who answered there on the web or by a code. */
function pathOf(
  paths: PathIds,
  { anchor, channel, unit }: ExampleAnswer,
  index: number,
): PlacedAnswer['path'] {
  if (anchor) return { id: paths.sti, anchor };
  const offered = OTHERS.find(({ units }) => units.includes(unit));
  if (!offered || index % 2 === 1 || !['web', 'qr'].includes(channel)) return null;
  const phases = phasesOf(offered.name);
  return { id: paths[offered.name], anchor: phases[(index / 2) % phases.length]! };
}

async function ownAnswers(ctx: AnyContext, given: Given): Promise<Placing[]> {
  const placed: Placing[] = [];
  for (const [index, { survey }] of ownSurveys.entries()) {
    const version = await getSurveyInUse(ctx, given.surveys[survey]);
    const examples = untilNow(ctx, given.invented.own[index]!);
    placed.push(...examples.map((example) => () => placeAnswer(given, version, example, null)));
  }
  return placed;
}

/** The answers of the units that were merged or moved. */
async function changedAnswers(ctx: AnyContext, given: Given): Promise<Placing[]> {
  const [former, present] = await listVersions(ctx, given.surveys.national);
  return given.invented.changed
    .filter(({ unit, receivedAt }) => receivedAt < answeredUntil(unit, ctx.now()))
    .map((example) => () => {
      const version = dayOf(example.receivedAt) < given.changedOn ? former : present;
      return placeAnswer(given, version!, example, null);
    });
}

const URGENT =
  'Sain käynnillä väärää lääkettä ja minulle tuli paha olo. Toivon, että joku soittaa minulle.';

/** What the supervisor finds on opening the unit: somebody tells of harm, and a person must act in time. */
async function urgentAnswer(ctx: AnyContext, given: Given): Promise<Placing> {
  const version = await getSurveyInUse(ctx, given.surveys.national);
  const receivedAt = new Date(ctx.now().getTime() - 2 * 3_600_000);
  const example: ExampleAnswer = {
    unit: DEMO_SIGN_INS.find(({ role }) => role === 'supervisor')!.node,
    receivedAt,
    channel: 'sms',
    language: 'fi',
    recommendation: 3,
    scores: [2, 4, 3, 3, 1, 2, 3],
    comment: URGENT,
    anchor: null,
  };
  return () => placeAnswer(given, version, example, null);
}

const untilNow = (ctx: AnyContext, answers: readonly ExampleAnswer[]): ExampleAnswer[] =>
  answers.filter(({ receivedAt }) => receivedAt < ctx.now());

function placeAnswer(
  { places }: Given,
  version: SurveyVersion,
  example: ExampleAnswer,
  path: PlacedAnswer['path'],
): PlacedAnswer {
  const { language, recommendation, comment, channel, receivedAt } = example;
  const scores = scoresOf(example, version.statements);
  return {
    answer: sealAnswer(
      { id: newId(), surveyVersion: version.id, language, recommendation, scores, comment },
      'example',
    ),
    version,
    node: places.get(example.unit)!.id,
    channel,
    path,
    receivedAt,
  };
}

function scoresOf(
  { scores }: ExampleAnswer,
  statements: readonly { code: string }[],
): Record<string, number> {
  const given = statements.map(({ code }, index) => [code, scores[index]] as const);
  return Object.fromEntries(
    given.filter((entry): entry is [string, number] => entry[1] !== null && entry[1] !== undefined),
  );
}
