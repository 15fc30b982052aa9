import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Attack, type Equation } from '#tests/support/attack.ts';
import type { Look } from '#tests/support/looks.ts';
import { type Group, groups, startSmallCounty } from '#tests/support/small-county.ts';
import { addDays } from '#platform/time.ts';
import { times } from './size.ts';

type County = Awaited<ReturnType<typeof startSmallCounty>>;

const LEAST = 5;
const TINY = 1e-6;
const CHANNELS = ['qr', 'sms'];
// Days on which the windows lie in different ways over the months.
const DAYS = ['2026-11-18', '2026-10-30', '2027-03-01'].slice(0, times(3, 1));

describe.each(DAYS)('on %s', (day) => {
  let county: County;
  const seen = { hidden: 0, pairs: 0 };
  beforeAll(async () => {
    county = await startSmallCounty(new Date(`${day}T12:00:00Z`));
  });
  afterAll(() => county.stop());

  test(
    `F1: F2: ${times(40, 2)} counties of small groups, looked at through every outlet`,
    { timeout: times(3_600_000, 240_000) },
    async () => {
      const check = async (given: readonly Group[]): Promise<void> => {
        await county.fill(given);
        const { staff, everybody } = await county.look();
        const looks = merge([...staff, ...everybody]);
        // F2: no difference of two shown numbers leaves one to four people.
        expect(findIsolating(county, looks, seen)).toEqual([]);
        // F1: the cells of a period, of all nodes and channels, solved together.
        for (const same of Map.groupBy(merge(staff), ({ from, to }) => `${from} ${to}`).values())
          expect(findRecoverable(county, same, given, seen)).toEqual([]);
        // F1: all that is public, of all months and nodes, solved together.
        expect(findRecoverable(county, merge(everybody), given, seen)).toEqual([]);
      };
      await fc.assert(fc.asyncProperty(groups, check), {
        numRuns: times(40, 2),
        seed: 7,
        endOnFailure: true,
      });
      expect(seen.hidden).toBeGreaterThan(times(3_500, 150));
      expect(seen.pairs).toBeGreaterThan(times(3_500, 200));
    },
  );
});

/** Each cell once; a number that one outlet shows is known, whatever another one hides. */
function merge(looks: readonly Look[]): Look[] {
  const cells = new Map<string, Look>();
  for (const look of looks) {
    const { n, ...cell } = look;
    const key = Object.entries(cell)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .join(' ');
    const known = cells.get(key);
    if (known && known.n !== null && n !== null && known.n !== n)
      throw new Error(`two numbers for ${key}: ${known.n} and ${n}`);
    if (!known || known.n === null) cells.set(key, look);
  }
  return [...cells.values()];
}

/** Pairs of shown numbers, one of which holds the other, that leave one to four people between them. */
function findIsolating(
  { root, domains, units }: County,
  looks: readonly Look[],
  seen: { pairs: number },
): string[] {
  const below = (node: string): readonly string[] =>
    node === root
      ? [root, ...domains, ...units]
      : node === domains[0]
        ? [node, ...units.slice(0, 2)]
        : node === domains[1]
          ? [node, ...units.slice(2)]
          : [node];
  const holds = (outer: Look, inner: Look): boolean =>
    outer !== inner &&
    below(outer.node).includes(inner.node) &&
    outer.from <= inner.from &&
    inner.to <= outer.to &&
    (outer.channel === 'all' || outer.channel === inner.channel);
  const shown = looks.filter(({ n }) => n !== null);
  return [...Map.groupBy(shown, ({ measure, set }) => `${measure} ${set}`).values()].flatMap(
    (same) =>
      same.flatMap((outer) =>
        same.flatMap((inner) => {
          if (!holds(outer, inner)) return [];
          seen.pairs += 1;
          const left = outer.n! - inner.n!;
          return left > 0 && left < LEAST
            ? [`${JSON.stringify(outer)} − ${JSON.stringify(inner)}`]
            : [];
        }),
      ),
  );
}

/** Hidden cells of somebody that linear programming narrows to fewer than five. */
function findRecoverable(
  county: County,
  looks: readonly Look[],
  given: readonly Group[],
  seen: { hidden: number },
): string[] {
  const found: string[] = [];
  for (const [name, same] of Map.groupBy(looks, ({ measure, set }) => `${measure} ${set}`)) {
    const space = new Space(county, same);
    const people = peopleOf(name, given);
    const known = same.flatMap((look): Equation[] =>
      look.n === null ? [] : [{ atoms: space.atomsOf(look), sum: look.n }],
    );
    const attack = new Attack(space.size, known);
    for (const look of same) {
      const atoms = space.atomsOf(look);
      if (look.n !== null || space.count(atoms, people) === 0) continue;
      seen.hidden += 1;
      const [low, high] = attack.rangeOf(atoms);
      // So many whole numbers it may still be.
      if (Math.floor(high + TINY) - Math.ceil(low - TINY) + 1 < LEAST)
        found.push(
          `${JSON.stringify(look)} is known as ${low}–${high}, truly ${space.count(atoms, people)}`,
        );
    }
  }
  return found;
}

function peopleOf(name: string, given: readonly Group[]): readonly Group[] {
  const [measure, set] = name.split(' ');
  const ofSet = given.filter((group) => group.set === set);
  if (measure === 'recommendation') return ofSet.filter(({ recommends }) => recommends);
  return measure === 'got-help' || measure === 'could-reach'
    ? ofSet.filter(({ says }) => says)
    : ofSet;
}

/** The smallest parts that any cell is made of: a unit, a channel, and days between two ends of periods. */
class Space {
  readonly #county: County;
  readonly #starts: readonly string[];
  constructor(county: County, looks: readonly Look[]) {
    this.#county = county;
    this.#starts = [...new Set(looks.flatMap(({ from, to }) => [from, addDays(to, 1)]))].toSorted();
  }
  get size(): number {
    return this.#county.units.length * CHANNELS.length * this.#starts.length;
  }
  atomsOf({ node, channel, from, to }: Look): number[] {
    const { root, domains, units } = this.#county;
    const of = units.filter(
      (unit, index) => node === root || node === unit || node === domains[index < 2 ? 0 : 1],
    );
    return of.flatMap((unit) =>
      CHANNELS.filter((each) => channel === 'all' || each === channel).flatMap((each) =>
        this.#starts.flatMap((start, place) =>
          from <= start && start <= to ? [this.#atom(units.indexOf(unit), each, place)] : [],
        ),
      ),
    );
  }
  count(atoms: readonly number[], people: readonly Group[]): number {
    const wanted = new Set(atoms);
    return people.reduce((sum, { unit, channel, ago, count }) => {
      const day = addDays(this.#county.today, -ago);
      const place = this.#starts.findLastIndex((start) => start <= day);
      return sum + (wanted.has(this.#atom(unit, channel, place)) ? count : 0);
    }, 0);
  }
  #atom(unit: number, channel: string, place: number): number {
    return (unit * CHANNELS.length + CHANNELS.indexOf(channel)) * this.#starts.length + place;
  }
}
