import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Attack, type Equation } from '#tests/support/attack.ts';
import type { Look } from '#tests/support/looks.ts';
import { dayOfGroup, type Group, groups, startSmallCounty } from '#tests/support/small-county.ts';
import { addDays } from '#platform/time.ts';
import { times } from './size.ts';

type County = Awaited<ReturnType<typeof startSmallCounty>>;

const LEAST = 5;
const TINY = 1e-6;
const CHANNELS = ['qr', 'sms'];
// Each with the day after: in the middle of a month, at both changes of the clock, at the turn of months and years, through the
// week in which a month waits to be published, and on the leap day. All lie in the past, as no month is published ahead of time.
const DAYS = times(
  [
    '2025-10-25',
    '2025-10-31',
    '2025-11-18',
    '2025-12-04',
    '2025-12-07',
    '2025-12-31',
    '2026-01-01',
    '2024-02-29',
    '2026-03-28',
    '2026-04-07',
    '2026-05-31',
    '2026-06-30',
    '2026-08-15',
    '2026-10-24',
  ],
  ['2026-10-07'],
);
const COUNTIES = times(6, 2);

describe.each(DAYS)('on %s and the day after', (day) => {
  let county: County;
  const seen = { hidden: 0, pairs: 0 };
  beforeAll(async () => {
    county = await startSmallCounty(day);
  });
  afterAll(() => county.stop());

  test(
    `F1: F2: ${COUNTIES} counties of small groups, looked at through every outlet`,
    { timeout: times(3_600_000, 240_000) },
    async () => {
      const check = async (given: readonly Group[]): Promise<void> => {
        await county.fill(given, day);
        // All that staff and everybody can see, today and tomorrow, in one pair of hands.
        const seenBy = [await county.look(day), await county.look(addDays(day, 1))];
        const everybody = seenBy.flatMap((looks) => looks.everybody);
        const looks = merge([...seenBy.flatMap(({ staff }) => staff), ...everybody]);
        const people = given.map((group) => ({ ...group, on: dayOfGroup(group, day) }));
        // With every single month that may be told: more than any outlet shows, and all that exact numbers are made of.
        const told = [...(await county.listTold(day)), ...(await county.listTold(addDays(day, 1)))];
        const space = new Space(county, told, addDays(day, 1));
        // F2: no difference of two shown numbers leaves one to four people.
        expect(findIsolating(space, looks, seen)).toEqual([]);
        // F1: all of them solved together; and what the public sees, by itself.
        expect(findRecoverable(space, looks, people, seen)).toEqual([]);
        const nothingElse = new Space(county, [], addDays(day, 1));
        expect(findRecoverable(nothingElse, merge(everybody), people, seen)).toEqual([]);
      };
      await fc.assert(fc.asyncProperty(groups, check), {
        numRuns: COUNTIES,
        seed: 7,
        endOnFailure: true,
      });
      expect(seen.hidden).toBeGreaterThan(COUNTIES * 100);
      expect(seen.pairs).toBeGreaterThan(COUNTIES * 1_000);
    },
  );
});

/** Each cell once; a number that one outlet shows is known, whatever another one hides. */
function merge(looks: readonly Look[]): Look[] {
  const cells = new Map<string, Look>();
  for (const look of looks) {
    const { n, atLeast, ...cell } = look;
    const key = Object.entries(cell)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .join(' ');
    const known = cells.get(key);
    if (known && known.n !== null && n !== null && (known.n !== n || known.atLeast !== atLeast))
      throw new Error(`two numbers for ${key}: ${known.n} and ${n}`);
    if (!known || known.n === null) cells.set(key, look);
  }
  return [...cells.values()];
}

/** Pairs of shown numbers, one of which is of all people of the other, that leave one to four people between them. */
function findIsolating(space: Space, looks: readonly Look[], seen: { pairs: number }): string[] {
  const shown = looks.filter(({ n, atLeast }) => n !== null && !atLeast);
  return [...Map.groupBy(shown, ({ measure, set }) => `${measure} ${set}`).values()].flatMap(
    (same) => {
      const sets = same.map((look) => ({ look, atoms: new Set(space.atomsOf(look)) }));
      return sets.flatMap((outer) =>
        sets.flatMap((inner) => {
          if (outer === inner || !inner.atoms.isSubsetOf(outer.atoms)) return [];
          seen.pairs += 1;
          const left = outer.look.n! - inner.look.n!;
          return left > 0 && left < LEAST
            ? [`${JSON.stringify(outer.look)} − ${JSON.stringify(inner.look)}`]
            : [];
        }),
      );
    },
  );
}

/** Somebody's answers as they are, which a reader must not find out. */
type Person = Group & { readonly on: string };

/** Cells that are hidden, or of one to four people in a month, that linear programming narrows to fewer than five. */
function findRecoverable(
  space: Space,
  looks: readonly Look[],
  given: readonly Person[],
  seen: { hidden: number },
): string[] {
  const found: string[] = [];
  for (const [name, same] of Map.groupBy(looks, ({ measure, set }) => `${measure} ${set}`)) {
    const people = peopleOf(name, given);
    const known = same.flatMap((look): Equation[] => space.equationOf(look));
    if (known.length === 0) continue;
    const attack = new Attack(space.size, [...known, ...space.toldOf(name)]);
    const cells = [
      ...same.filter((look) => look.n === null && !space.isTold(look)),
      ...space.months().filter((cell) => space.count(space.allOf(cell), people) < LEAST),
    ];
    for (const cell of cells) {
      const atoms = space.allOf(cell);
      const truth = space.count(atoms, people);
      if (truth === 0) continue;
      seen.hidden += 1;
      const [low, high] = attack.rangeOf(atoms);
      // So many whole numbers it may still be.
      if (Math.floor(high + TINY) - Math.ceil(low - TINY) + 1 < LEAST)
        found.push(`${name} ${JSON.stringify(cell)} is known as ${low}–${high}, truly ${truth}`);
    }
  }
  return found;
}

/** Those who answered a question; of the statements only the first two ever were. */
function peopleOf(name: string, given: readonly Person[]): readonly Person[] {
  const [measure, set] = name.split(' ');
  const ofSet = given.filter((group) => group.set === set);
  if (measure === 'recommendation') return ofSet.filter(({ recommends }) => recommends);
  return measure === 'got-help' || measure === 'could-reach'
    ? ofSet.filter(({ says }) => says)
    : ofSet;
}

type Cell = Pick<Look, 'node' | 'channel' | 'from' | 'to'>;
type Told = Awaited<ReturnType<County['listTold']>>[number];

/** The smallest parts that any number is of: a unit, a channel and a month. */
class Space {
  readonly #county: County;
  readonly #told: ReadonlyMap<string, Told>;
  readonly #months: readonly string[];
  constructor(county: County, told: readonly Told[], today: string) {
    this.#county = county;
    this.#told = new Map(told.map((each) => [keyOf(each), each]));
    const newest = Temporal.PlainDate.from(today).with({ day: 1 });
    this.#months = Array.from({ length: 26 }, (_, months) =>
      newest.subtract({ months: 25 - months }).toString(),
    );
  }
  get size(): number {
    return this.#county.units.length * CHANNELS.length * this.#months.length;
  }
  /** The atoms of everybody in a cell. */
  allOf(cell: Cell): number[] {
    return this.#monthsIn(cell).flatMap((month) => this.#atomsIn(cell, month));
  }
  /** The atoms that a number is of: an exact one leaves out the months that are hidden. */
  atomsOf(look: Look): number[] {
    if (look.n === null || look.atLeast) return this.allOf(look);
    const months = this.#monthsIn(look);
    const isTold = (month: string) => this.#told.has(keyOf({ ...look, month }));
    return (months.length === 1 ? months : months.filter(isTold)).flatMap((month) =>
      this.#atomsIn(look, month),
    );
  }
  /** Whether a month that an outlet hides may be told all the same: staff are told what the public is not. */
  isTold(look: Look): boolean {
    return (
      this.#monthsIn(look).length === 1 && this.#told.has(keyOf({ ...look, month: look.from }))
    );
  }
  equationOf(look: Look): Equation[] {
    if (look.n === null) return [];
    const { n: sum, atLeast } = look;
    return [{ atoms: this.atomsOf(look), sum, ...(atLeast && { atLeast }) }];
  }
  /** What every told month says of a question. */
  toldOf(name: string): Equation[] {
    return [...this.#told.values()]
      .filter(({ measure, set }) => `${measure} ${set}` === name)
      .map((each) => ({ atoms: this.#atomsIn(each, each.month), sum: each.n }));
  }
  /** Every month of every node, together and by channel, whether an outlet shows it or not. */
  months(): Cell[] {
    const { root, domains, units } = this.#county;
    return [root, ...domains, ...units].flatMap((node) =>
      ['all', ...CHANNELS].flatMap((channel) =>
        this.#months.map((from) => ({ node, channel, from, to: lastOf(from) })),
      ),
    );
  }
  count(atoms: readonly number[], people: readonly Person[]): number {
    const wanted = new Set(atoms);
    return people.reduce((sum, { unit, channel, on, count }) => {
      const month = `${on.slice(0, 8)}01`;
      return sum + (wanted.has(this.#atom(unit, channel, month)) ? count : 0);
    }, 0);
  }
  #monthsIn({ from, to }: Cell): string[] {
    const months = this.#months.filter((month) => from <= month && month <= to);
    // A period that cuts a month would be the end of all that is proved here.
    if (months[0] !== from || lastOf(months.at(-1)!) !== to)
      throw new Error(`${from}–${to} is not of whole months`);
    return months;
  }
  #atomsIn({ node, channel }: Pick<Cell, 'node' | 'channel'>, month: string): number[] {
    const { root, domains, units } = this.#county;
    return units
      .filter((unit, index) => [root, unit, domains[index < 2 ? 0 : 1]].includes(node))
      .flatMap((unit) =>
        CHANNELS.filter((each) => channel === 'all' || each === channel).map((each) =>
          this.#atom(units.indexOf(unit), each, month),
        ),
      );
  }
  #atom(unit: number, channel: string, month: string): number {
    const place = this.#months.indexOf(month);
    return (unit * CHANNELS.length + CHANNELS.indexOf(channel)) * this.#months.length + place;
  }
}

const keyOf = ({ measure, set, node, channel, month }: Omit<Told, 'n'>): string =>
  [measure, set, node, channel, month].join(' ');

function lastOf(month: string): string {
  const first = Temporal.PlainDate.from(month);
  return first.with({ day: first.daysInMonth }).toString();
}
