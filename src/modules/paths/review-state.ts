import type { Context } from '#platform/context.ts';
import { ROOT_ANCHOR } from './element.ts';
import type { PathFault } from './path-fault.ts';
import { REVIEW_KINDS, type ReviewKind } from './review-contract.ts';
import { selectVerdicts, selectWriters, type StoredVerdict } from './review-store.ts';
import type { PathTables } from './tables.ts';
import type { Version } from './version-store.ts';

type Ctx = Context<PathTables>;

/** How far a kind of review of a version is. It is derived from the rows each time and stored nowhere. */
export type ReviewState = 'missing' | 'approved' | 'outdated' | 'rejected';

/** An approval holds for the revision that was read and for no other: any edit voids it. */
export function stateOf(verdict: StoredVerdict | undefined, revision: number): ReviewState {
  if (!verdict) return 'missing';
  if (verdict.what === 'rejection') return 'rejected';
  return verdict.revision === revision ? 'approved' : 'outdated';
}

/** The kinds of review without which a path is not published. */
export const requiredKinds = (clinical: boolean): ReviewKind[] =>
  clinical ? ['content', 'clinical'] : ['content'];

/** What the reviews say against publishing a version as it is now (rules 3 and 4). */
export async function findReviewFaults(
  ctx: Ctx,
  path: string,
  version: Version,
  clinical: boolean,
): Promise<PathFault[]> {
  const verdicts = await selectVerdicts(ctx, version.id);
  const required = requiredKinds(clinical);
  const faults: PathFault[] = [];
  for (const kind of REVIEW_KINDS) {
    const verdict = verdicts.get(kind);
    const state = stateOf(verdict, version.revision);
    if (state === 'rejected') faults.push(faultOf(kind, 'review-rejected'));
    else if (state === 'approved') {
      // It could not have been given; whoever wrote it into the database by hand publishes nothing with it.
      const writers = await selectWriters(ctx, path, version, kind);
      if (writers.includes(verdict!.account_id)) faults.push(faultOf(kind, 'reviewer-edited'));
    } else if (required.includes(kind)) faults.push(faultOf(kind, MISSING[state](kind)));
  }
  return faults;
}

const MISSING = {
  missing: (kind: ReviewKind) =>
    kind === 'clinical' ? ('clinical-review-missing' as const) : ('review-missing' as const),
  outdated: (kind: ReviewKind) =>
    kind === 'clinical' ? ('clinical-review-outdated' as const) : ('review-outdated' as const),
};

const faultOf = (kind: ReviewKind, code: PathFault['code']): PathFault => ({
  anchor: ROOT_ANCHOR,
  field: `review-${kind}`,
  language: null,
  code,
});
