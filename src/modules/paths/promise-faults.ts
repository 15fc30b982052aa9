import { type EntryTrouble, findTroubles } from '#modules/handbook';
import type { Context } from '#platform/context.ts';
import type { DraftElement, PathFault } from './contract.ts';
import type { PathWorld } from './tables.ts';

const CODES: Readonly<Record<EntryTrouble, PathFault['code']>> = {
  missing: 'entry-missing',
  ended: 'promise-ended',
  limit: 'promise-limit',
};

/**
 * What is wrong with the promises and aims that parts rest on: customers are told of them, so none may be out of use or
 * ended, and a promise that is measured names its events, whom it concerns and the smallest number (rule 10).
 */
export async function findPromiseFaults(
  ctx: Context<PathWorld>,
  elements: readonly DraftElement[],
): Promise<PathFault[]> {
  const faults = [];
  for (const [field, kind] of [
    ['promises', 'promise'],
    ['aims', 'aim'],
  ] as const) {
    const troubles = await findTroubles(ctx, kind, [
      ...new Set(elements.flatMap((element) => namedBy(element, field))),
    ]);
    for (const element of elements) {
      const codes = namedBy(element, field).flatMap((code) => troubles.get(code) ?? []);
      for (const trouble of new Set(codes))
        faults.push({ anchor: element.anchor, field, language: null, code: CODES[trouble] });
    }
  }
  return faults;
}

const namedBy = ({ properties }: DraftElement, field: 'promises' | 'aims'): readonly string[] =>
  (properties as { promises?: string[]; aims?: string[] })[field] ?? [];
