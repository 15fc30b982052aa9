/** What somebody who adds and subtracts knows: a sum of atoms that is so much, or at least so much. */
export interface Equation {
  readonly atoms: readonly number[];
  readonly sum: number;
  readonly atLeast?: true;
}

const TINY = 1e-7;

/**
 * All that can be worked out of some sums of unknown numbers of people, none of them negative: linear programming, so
 * that no cleverness of an attacker goes further (whole numbers aside).
 */
export class Attack {
  #width: number;
  #rows: Float64Array[];
  readonly #basis: number[];

  /** @throws Error when no numbers of people fit the sums. */
  constructor(atoms: number, known: readonly Equation[]) {
    const unknown = atoms + known.filter(({ atLeast }) => atLeast).length;
    const independent = reduce(atoms, unknown, known);
    this.#width = unknown + independent.length + 1;
    this.#rows = independent.map((row, index) => {
      const wide = new Float64Array(this.#width);
      wide.set(row.subarray(0, unknown));
      wide[unknown + index] = 1;
      wide[this.#width - 1] = row[unknown]!;
      return wide;
    });
    this.#basis = independent.map((_, index) => unknown + index);
    this.#findStart(unknown);
    // From here on nothing stands in for anything.
    this.#rows = this.#rows.map((row) => {
      const narrow = new Float64Array(unknown + 1);
      narrow.set(row.subarray(0, unknown));
      narrow[unknown] = row[this.#width - 1]!;
      return narrow;
    });
    this.#width = unknown + 1;
  }

  /** The least and the most that a sum of atoms can be. */
  rangeOf(atoms: readonly number[]): [number, number] {
    return [0 - this.#largest(atoms, -1), this.#largest(atoms, 1)];
  }

  /** Drives out the helpers that stand in for what is not known yet. */
  #findStart(atoms: number): void {
    const cost = new Float64Array(this.#width);
    for (const row of this.#rows) for (let at = 0; at < this.#width; at += 1) cost[at]! += row[at]!;
    for (let helper = atoms; helper < this.#width - 1; helper += 1) cost[helper] = 0;
    climb(this.#rows, this.#basis, cost, atoms);
    if (Math.abs(cost[this.#width - 1]!) > 1e-5) throw new Error('the sums contradict each other');
    // Helpers that are left stand at nought; they leave by any atom of their row.
    for (const [at, basic] of this.#basis.entries()) {
      const row = this.#rows[at]!;
      const entering =
        basic < atoms
          ? -1
          : row.findIndex((value, index) => index < atoms && Math.abs(value) > TINY);
      if (entering >= 0) pivot(this.#rows, this.#basis, cost, at, entering);
    }
  }

  #largest(atoms: readonly number[], sign: number): number {
    const rows = this.#rows.map((row) => row.slice());
    const basis = [...this.#basis];
    const cost = new Float64Array(this.#width);
    for (const atom of atoms) cost[atom]! += sign;
    for (const [at, basic] of basis.entries()) {
      const weight = cost[basic]!;
      if (weight !== 0) subtract(cost, rows[at]!, weight);
    }
    const bounded = climb(rows, basis, cost, this.#width - 1);
    return bounded ? -cost[this.#width - 1]! + 0 : Number.POSITIVE_INFINITY;
  }
}

/**
 * Rows that say something new, by elimination; each was a sum of people, so its right-hand side is not negative. What a
 * sum that is at least so much has beyond that is one more unknown.
 */
function reduce(atoms: number, unknown: number, known: readonly Equation[]): Float64Array[] {
  const kept: Float64Array[] = [];
  const echelon: { row: Float64Array; lead: number }[] = [];
  let surplus = atoms;
  for (const { atoms: of, sum, atLeast } of known) {
    const original = new Float64Array(unknown + 1);
    for (const atom of of) original[atom]! += 1;
    if (atLeast) original[surplus++] = -1;
    original[unknown] = sum;
    const rest = original.slice();
    for (const { row, lead } of echelon) if (rest[lead] !== 0) subtract(rest, row, rest[lead]!);
    for (let at = 0; at <= unknown; at += 1) if (Math.abs(rest[at]!) < TINY) rest[at] = 0;
    const lead = rest.subarray(0, unknown).findIndex((value) => value !== 0);
    if (lead === -1) {
      if (rest[unknown] !== 0) throw new Error('the sums contradict each other');
      continue;
    }
    const scale = rest[lead]!;
    for (let at = 0; at <= unknown; at += 1) rest[at]! /= scale;
    echelon.push({ row: rest, lead });
    kept.push(original);
  }
  return kept;
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at]! -= times * row[at]!;
}

function pivot(
  rows: Float64Array[],
  basis: number[],
  cost: Float64Array,
  at: number,
  entering: number,
): void {
  const row = rows[at]!;
  const scale = row[entering]!;
  for (let index = 0; index < row.length; index += 1) row[index]! /= scale;
  for (const [other, each] of rows.entries())
    if (other !== at && each[entering] !== 0) subtract(each, row, each[entering]!);
  if (cost[entering] !== 0) subtract(cost, row, cost[entering]!);
  basis[at] = entering;
}

/** The simplex method; false when there is no end to it. The smallest index enters and leaves, so that it never turns in circles. */
function climb(rows: Float64Array[], basis: number[], cost: Float64Array, atoms: number): boolean {
  const last = cost.length - 1;
  for (;;) {
    let entering = -1;
    for (let at = 0; at < atoms && entering < 0; at += 1) if (cost[at]! > TINY) entering = at;
    if (entering < 0) return true;
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, row] of rows.entries()) {
      if (row[entering]! <= TINY) continue;
      const ratio = row[last]! / row[entering]!;
      if (ratio < least - TINY || (ratio < least + TINY && basis[at]! < basis[leaving]!)) {
        least = Math.min(least, ratio);
        leaving = at;
      }
    }
    if (leaving < 0) return false;
    pivot(rows, basis, cost, leaving, entering);
  }
}
