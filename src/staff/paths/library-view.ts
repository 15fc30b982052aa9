import { type Handbook, troubleOf } from '#contract/handbook';
import type { PathSummary } from '#contract/paths';
import { inLanguage, type Language, LANGUAGES } from '#platform/language.ts';
import { addDays } from '#platform/time.ts';

/** What a path can lack. */
export const GAPS = [
  'unasked',
  'unmeasured',
  'promise',
  'broken',
  'expiring',
  'unconfirmed',
  'stale',
  'missing',
  'review',
  'waiting',
  'unreviewed',
  'owner',
] as const;

/** A sort of gap. */
export type Gap = (typeof GAPS)[number];

/** In which state and of what age a path can be. */
export const STATES = ['draft', 'changed', 'published', 'overdue', 'soon'] as const;

/** In which order the paths can stand. */
export const SORTS = ['changed', 'title', 'review', 'gaps'] as const;

/** By what the paths are narrowed and ordered, as it stands in the address; an empty text narrows nothing. */
export interface LibraryFilter {
  readonly q: string;
  readonly level: string;
  readonly phase: string;
  readonly segment: string;
  readonly promise: string;
  readonly aim: string;
  readonly unit: string;
  readonly owner: string;
  readonly state: string;
  readonly gap: string;
  readonly sort: string;
}

/** Nothing narrowed. */
export const NO_FILTER: LibraryFilter = {
  q: '',
  level: '',
  phase: '',
  segment: '',
  promise: '',
  aim: '',
  unit: '',
  owner: '',
  state: '',
  gap: '',
  sort: '',
};

/** Stands for paths that nobody answers for. */
export const NOBODY = 'nobody';

/** A path with how much it lacks of each sort. */
export interface LibraryPath extends PathSummary {
  readonly gaps: Readonly<Record<Gap, number>>;
}

/** From how many days before the day a review or a link is told of. */
const SOON_DAYS = 30;

/** What the gaps are worked out from, beside the paths; of what is not known nothing is said. */
export interface Known {
  /** The anchors of the phases at which people are asked, by path. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  readonly handbook: Pick<Handbook, 'entries'> | undefined;
  /** How many of its parts partners have not confirmed, by path. */
  readonly unconfirmed?: ReadonlyMap<string, number> | undefined;
  readonly today: string;
}

/** Adds to each path what it lacks today. */
export function withGaps(
  paths: readonly PathSummary[],
  { asked, handbook, unconfirmed, today }: Known,
): LibraryPath[] {
  const lapsed = lapsedIn(handbook, today);
  const soon = addDays(today, SOON_DAYS);
  return paths.map((path) => {
    const points = asked?.get(path.id);
    return {
      ...path,
      gaps: {
        unasked: asked ? path.phases.filter((anchor) => !points?.has(anchor)).length : 0,
        unmeasured: path.unmeasured,
        promise: lapsed('promise', path.promises) + lapsed('aim', path.aims),
        broken: path.broken,
        expiring: path.expires.filter((day) => day <= soon).length,
        unconfirmed: unconfirmed?.get(path.id) ?? 0,
        stale: path.stale,
        missing: path.missing,
        review: path.reviewDue !== null && path.reviewDue < today ? 1 : 0,
        waiting: path.waiting ? 1 : 0,
        unreviewed: path.unreviewed ? 1 : 0,
        owner: path.owner === null ? 1 : 0,
      },
    };
  });
}

/** How many of the named promises or aims nothing can rest on today. */
function lapsedIn(
  handbook: Known['handbook'],
  today: string,
): (kind: 'promise' | 'aim', codes: readonly string[]) => number {
  if (!handbook) return () => 0;
  const known = new Map(handbook.entries.map((one) => [`${one.properties.kind} ${one.code}`, one]));
  return (kind, codes) =>
    codes.filter((code) => troubleOf(known.get(`${kind} ${code}`), today) !== undefined).length;
}

/** How many sorts of gap a path has. */
const sortsOfGap = ({ gaps }: LibraryPath): number => GAPS.filter((gap) => gaps[gap] > 0).length;

/** The paths that the filter lets through, in its order. */
export function chooseFrom(
  paths: readonly LibraryPath[],
  filter: LibraryFilter,
  { language, today }: { language: Language; today: string },
): LibraryPath[] {
  const wanted = filter.q.trim().toLowerCase();
  const chosen = paths.filter(
    (path) =>
      holds(path, wanted) &&
      is(filter.level, path.level) &&
      among(filter.phase, path.standardPhases) &&
      among(filter.segment, path.segments) &&
      among(filter.promise, path.promises) &&
      among(filter.aim, path.aims) &&
      among(filter.unit, path.units) &&
      is(filter.owner, path.owner?.id ?? NOBODY) &&
      inState(path, filter.state, today) &&
      hasGap(path, filter.gap),
  );
  return chosen.toSorted(ORDERS[filter.sort] ?? byTitle(filter.sort, language));
}

const is = (wanted: string, value: string): boolean => wanted === '' || wanted === value;
const among = (wanted: string, values: readonly string[]): boolean =>
  wanted === '' || values.includes(wanted);

const holds = ({ title, node }: PathSummary, wanted: string): boolean =>
  wanted === '' ||
  LANGUAGES.some((language) =>
    [title[language], node.name[language]].some((text) => text?.toLowerCase().includes(wanted)),
  );

function inState(path: PathSummary, state: string, today: string): boolean {
  const { status, reviewDue } = path;
  switch (state) {
    case 'draft':
    case 'changed':
      return status === state;
    case 'published':
      return status !== 'draft';
    case 'overdue':
      return reviewDue !== null && reviewDue < today;
    case 'soon':
      return reviewDue !== null && reviewDue >= today && reviewDue <= addDays(today, SOON_DAYS);
    default:
      return true;
  }
}

function hasGap(path: LibraryPath, gap: string): boolean {
  if (gap === 'any') return sortsOfGap(path) > 0;
  return !(GAPS as readonly string[]).includes(gap) || path.gaps[gap as Gap] > 0;
}

type Order = (one: LibraryPath, other: LibraryPath) => number;

const ORDERS: Readonly<Record<string, Order>> = {
  review: (one, other) => (one.reviewDue ?? '9').localeCompare(other.reviewDue ?? '9'),
  gaps: (one, other) => sortsOfGap(other) - sortsOfGap(one),
};

/** By the name when that is asked for, else the last changed first, as they come. */
function byTitle(sort: string, language: Language): Order {
  if (sort !== 'title') return () => 0;
  const { compare } = new Intl.Collator(language);
  return (one, other) =>
    compare(inLanguage(one.title, language), inLanguage(other.title, language));
}
