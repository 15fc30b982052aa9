import { exampleAnswers, type ExampleAnswer } from './answers.ts';
import { CHANGED_UNITS } from './change-units.ts';
import { branches } from './fill-organisation.ts';
import { stiUnits } from './organisation.ts';
import { ownSurveys, withoutNational } from './own-surveys.ts';

/** A year of answers before they are stored. */
export interface InventedAnswers {
  readonly national: readonly ExampleAnswer[];
  /** Of each of `ownSurveys`. */
  readonly own: readonly (readonly ExampleAnswer[])[];
  /** Of the units that were merged or moved. */
  readonly changed: readonly ExampleAnswer[];
}

/**
 * Invents the answers of twelve months that end on `today`. It asks nobody and takes long on a busy machine, so it is done
 * before a transaction is open: PostgreSQL ends one that is idle meanwhile.
 */
export function inventAnswers(today: string): InventedAnswers {
  const units = branches()
    .filter(({ volume }) => volume > 0)
    .map(({ code, volume }) => ({ code, volume, offersPath: stiUnits.includes(code) }));
  const usual = units.filter(({ code }) => !withoutNational.has(code) && !CHANGED_UNITS.has(code));
  const changed = units
    .filter(({ code }) => CHANGED_UNITS.has(code))
    .map((unit) => ({ ...unit, offersPath: false }));
  return {
    national: exampleAnswers(usual, today),
    own: ownSurveys.map(({ unit, volume, answers }, index) =>
      exampleAnswers([{ code: unit, volume, offersPath: false, own: answers }], today, index + 1),
    ),
    changed: exampleAnswers(changed, today, ownSurveys.length + 1),
  };
}
