import type { LocalText } from '#platform/i18n.ts';
import { found } from '#platform/errors.ts';
import type { Dashboard, SetVersion } from './contract.ts';
import type { Period } from './period.ts';

/** A version of a statement set with its statements in order. */
export interface InstrumentSet extends SetVersion {
  readonly statements: readonly { code: string; theme: string; text: LocalText }[];
  readonly asksRecommendation: boolean;
  /** How many answered it lately at the node that is looked at. */
  readonly answers: number;
  /** Stands for everything that has been counted with it in the whole county: another one after any change. */
  readonly edition: string;
}

/** What a report is of. */
export interface Instrument {
  readonly set: InstrumentSet | undefined;
  /** The set's id; empty where the county has none. */
  readonly id: string;
  /** All versions of the set, the oldest first. */
  readonly versions: readonly InstrumentSet[];
  readonly asksRecommendation: boolean;
}

/**
 * Chooses whose figures are shown: of the wanted set, else of the one that most answers came with, the newest version
 * that has any. @throws AppError `not-found` for a set that the county does not use.
 */
export function chooseInstrument(
  sets: readonly InstrumentSet[],
  wanted: string | undefined,
): Instrument {
  if (wanted !== undefined)
    found(
      sets.find(({ code }) => code === wanted),
      'survey-not-found',
    );
  const code = wanted ?? mostUsed(sets);
  const versions = sets.filter((set) => set.code === code);
  const set = versions.findLast(({ answers }) => answers > 0) ?? versions.at(-1);
  const asksRecommendation = set?.asksRecommendation ?? true;
  return { set, id: set?.id ?? '', versions, asksRecommendation };
}

function mostUsed(sets: readonly InstrumentSet[]): string | undefined {
  const totals = Map.groupBy(sets, ({ code }) => code)
    .entries()
    .map(([code, all]) => ({ code, answers: all.reduce((sum, { answers }) => sum + answers, 0) }));
  return [...totals].toSorted((a, b) => b.answers - a.answers)[0]?.code;
}

/** What a reader is told of a version. */
export const versionOf = ({
  id,
  code,
  version,
  name,
  respondents,
  from,
}: InstrumentSet): SetVersion => ({
  id,
  code,
  version,
  name,
  respondents,
  from,
});

/** Every set once, by the name of its newest version. */
export const choicesOf = (sets: readonly InstrumentSet[]): Dashboard['sets'] => [
  ...new Map(sets.map(({ code, name }) => [code, { code, name }])).values(),
];

/** The change of version within a period; null where the version was in use all the time or is the first. */
export function breakWithin(
  { from }: Pick<Period, 'from'>,
  { set, versions }: Instrument,
): Dashboard['break'] {
  return set === undefined || set === versions[0] || set.from <= from ? null : { on: set.from };
}
