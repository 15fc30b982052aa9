import {
  type PlacedAnswer,
  raiseConcerns,
  recordAnswers,
  type RecordedText,
  sealAnswer,
} from '#modules/feedback';
import { getSurveyInUse } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';
import type { DomainEvent } from '#platform/events.ts';
import { newId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { exampleAnswers, type ExampleAnswer } from './answers.ts';
import type { Place } from './fill-organisation.ts';
import { stiUnits } from './organisation.ts';

const SET_SIZE = 2_000;
const CONCERN_DAYS = 4;

/** Stores twelve months of answers by the same function as every other answer; how many comes back. */
export async function fillAnswers(
  ctx: AnyContext,
  given: { survey: string; path: string; places: ReadonlyMap<string, Place> },
): Promise<number> {
  const version = await getSurveyInUse(ctx, given.survey);
  const units = [...given.places.values()]
    .filter(({ volume }) => volume > 0)
    .map(({ code, volume }) => ({ code, volume, offersPath: stiUnits.includes(code) }));
  const answers = exampleAnswers(units, dayOf(ctx.now())).filter(
    ({ receivedAt }) => receivedAt < ctx.now(),
  );
  const place = (example: ExampleAnswer): PlacedAnswer => ({
    answer: sealAnswer(
      {
        id: newId(),
        surveyVersion: version.id,
        language: example.language,
        recommendation: example.recommendation,
        scores: scoresOf(example, version.statements),
        comment: example.comment,
      },
      'example',
    ),
    version,
    node: given.places.get(example.unit)!.id,
    channel: example.channel,
    path: example.anchor ? { id: given.path, anchor: example.anchor } : null,
    receivedAt: example.receivedAt,
  });
  const texts: RecordedText[] = [];
  const heard = async ({ data }: DomainEvent): Promise<void> => {
    texts.push(...(data as { texts: RecordedText[] }).texts);
  };
  for (let start = 0; start < answers.length; start += SET_SIZE) {
    await recordAnswers({ ...ctx, emit: heard }, answers.slice(start, start + SET_SIZE).map(place));
  }
  // Whatever danger was told of earlier has long been handled; the last days' is still open.
  const since = ctx.now().getTime() - CONCERN_DAYS * 86_400_000;
  await raiseConcerns(
    ctx,
    texts.filter(({ receivedAt }) => receivedAt.getTime() > since),
  );
  return answers.length;
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
