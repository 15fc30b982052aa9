import type { Node, TableLine } from './contract.ts';
import { type Refusal, refuse, type Standing, type Wish } from './table-wish.ts';
import { DEEPEST, KINDS_BELOW } from './tree-rules.ts';

interface Row {
  readonly wish: Wish;
  readonly changes: TableLine['changes'];
}

/** What the rows are held against. */
interface Given {
  readonly standing: Standing;
  readonly mayChange: (node: string) => boolean;
  /** The codes of all rows of the file, the refused ones too. */
  readonly filed: ReadonlySet<string>;
}

/** A node as it would be. */
type Target = Pick<Wish, 'code' | 'kind' | 'parent' | 'oid' | 'closed' | 'successor'> & {
  readonly row?: Row;
};

/** The tree as it would be if all these rows were written. */
interface Tree extends Given {
  readonly targets: ReadonlyMap<string, Target>;
  readonly openBelow: ReadonlySet<string | null>;
  /** How many nodes stand above one another over a node; undefined when they stand in a circle. */
  readonly depths: ReadonlyMap<string, number | undefined>;
  /** The deepest of all that stands at or below a node. */
  readonly deepest: ReadonlyMap<string, number>;
  readonly byOid: ReadonlyMap<string | null, readonly Target[]>;
}

/** Lets a row that leads to a merged node lead to where that one goes on, so that no way leads over two. */
export function followSuccessors(wishes: readonly Wish[], standing: Standing): Wish[] {
  const targets = targetsOf(wishes, standing);
  return wishes.map((wish) => {
    const seen = new Set([wish.code]);
    let { successor } = wish;
    for (;;) {
      const next = targets.get(successor ?? '');
      if (!next?.closed || next.successor === null || seen.has(next.code)) break;
      seen.add(next.code);
      ({ successor } = next);
    }
    return { ...wish, successor };
  });
}

/** The rows that cannot be written if all of them were, each with why. */
export function checkTree(rows: readonly Row[], given: Given): Map<Row, Refusal[]> {
  const tree = treeOf(rows, given);
  const found = new Map<Row, Refusal[]>();
  for (const row of rows) {
    if (row.changes.length === 0) continue;
    const refusals = [
      ...checkPlace(row, tree),
      ...checkClosing(row, tree),
      ...checkOid(row, tree),
      ...checkReach(row, tree),
    ];
    if (refusals.length > 0) found.set(row, refusals);
  }
  return found;
}

function targetsOf(
  wishes: readonly Wish[],
  { byCode, byId }: Standing,
  rows: ReadonlyMap<string, Row> = new Map(),
): Map<string, Target> {
  const codeOf = (id: string | null): string | null => byId.get(id ?? '')?.code ?? null;
  const targets = new Map<string, Target>(
    Array.from(byCode, ([code, { kind, parent, oid, closed, successor }]) => [
      code,
      { code, kind, parent: codeOf(parent), oid, closed, successor: codeOf(successor) },
    ]),
  );
  for (const wish of wishes) {
    const row = rows.get(wish.code);
    targets.set(wish.code, row ? { ...wish, row } : wish);
  }
  return targets;
}

function treeOf(rows: readonly Row[], given: Given): Tree {
  const byCode = new Map(rows.map((row) => [row.wish.code, row]));
  const targets = targetsOf(
    rows.map(({ wish }) => wish),
    given.standing,
    byCode,
  );
  const depths = new Map<string, number | undefined>();
  const deepest = new Map<string, number>();
  for (const { code } of targets.values()) measure(code, targets, depths);
  const all = [...targets.values()].filter(({ code }) => depths.get(code) !== undefined);
  for (const { code, parent } of all.toSorted(
    (a, b) => depths.get(b.code)! - depths.get(a.code)!,
  )) {
    deepest.set(code, Math.max(deepest.get(code) ?? 0, depths.get(code)!));
    if (parent !== null)
      deepest.set(parent, Math.max(deepest.get(parent) ?? 0, deepest.get(code)!));
  }
  const open = [...targets.values()].filter(({ closed }) => !closed);
  return {
    ...given,
    targets,
    depths,
    deepest,
    openBelow: new Set(open.map(({ parent }) => parent)),
    byOid: Map.groupBy(targets.values(), ({ oid }) => oid),
  };
}

/** Goes up from a node to one whose depth is known, and writes down those on the way. */
function measure(
  from: string,
  targets: ReadonlyMap<string, Target>,
  depths: Map<string, number | undefined>,
): void {
  const way: string[] = [];
  const onWay = new Set<string>();
  let at: string | null = from;
  while (at !== null && !depths.has(at) && !onWay.has(at)) {
    way.push(at);
    onWay.add(at);
    at = targets.get(at)?.parent ?? null;
  }
  let depth = at === null ? -1 : onWay.has(at) ? undefined : depths.get(at);
  for (const code of way.toReversed()) {
    depth = depth === undefined ? undefined : depth + 1;
    depths.set(code, depth);
  }
}

const isPlaced = ({ changes }: Row): boolean =>
  changes.some(({ what }) => what === 'added' || what === 'moved');

function checkPlace({ wish, changes }: Row, { targets, depths, deepest, filed }: Tree): Refusal[] {
  const isRoot = wish.kind === 'county';
  if (isRoot) return wish.parent === null && !wish.closed ? [] : [refuse('root-fixed')];
  if (wish.parent === null) return [refuse('parent-missing')];
  const parent = targets.get(wish.parent);
  const code = wish.parent;
  if (!parent) return [refuse(filed.has(code) ? 'parent-refused' : 'parent-unknown', { code })];
  if (parent.closed && !wish.closed) return [refuse('parent-closed', { code })];
  if (!isPlaced({ wish, changes })) return [];
  if (!KINDS_BELOW[parent.kind].includes(wish.kind)) return [refuse('parent-kind', { code })];
  if (depths.get(wish.code) === undefined)
    return isInCircle(wish.code, targets) ? [refuse('circle')] : [];
  return deepest.get(wish.code)! > DEEPEST ? [refuse('too-deep', { most: DEEPEST })] : [];
}

/** Whether the way up from a node comes back to it; else it only ends in a circle of others. */
function isInCircle(code: string, targets: ReadonlyMap<string, Target>): boolean {
  const seen = new Set<string>();
  let at = targets.get(code)?.parent ?? null;
  while (at !== null && at !== code && !seen.has(at)) {
    seen.add(at);
    at = targets.get(at)?.parent ?? null;
  }
  return at === code;
}

function checkClosing({ wish }: Row, { targets, openBelow, filed }: Tree): Refusal[] {
  const refusals: Refusal[] = [];
  if (wish.closed && openBelow.has(wish.code)) refusals.push(refuse('open-below'));
  if (wish.successor === null) return refusals;
  const code = wish.successor;
  const heir = targets.get(code);
  if (!wish.closed) refusals.push(refuse('successor-of-open'));
  else if (!heir)
    refusals.push(refuse(filed.has(code) ? 'successor-refused' : 'successor-unknown', { code }));
  else if (heir.closed || code === wish.code) refusals.push(refuse('successor-closed', { code }));
  else if (heir.kind !== wish.kind) refusals.push(refuse('successor-kind', { code }));
  return refusals;
}

function checkOid({ wish }: Row, { byOid }: Tree): Refusal[] {
  if (wish.oid === null || wish.oid === wish.node?.oid) return [];
  const other = byOid.get(wish.oid)?.find(({ code }) => code !== wish.code);
  if (!other) return [];
  const isNew = other.row && other.row.wish.oid !== other.row.wish.node?.oid;
  return [
    isNew
      ? refuse('oid-doubled', { line: other.row!.wish.line })
      : refuse('oid-taken', { code: other.code }),
  ];
}

/** Whoever has only a part of the county changes nothing outside, takes nothing in from there and moves nothing out. */
function checkReach({ wish, changes }: Row, { targets, standing, mayChange }: Tree): Refusal[] {
  const mayAt = (code: string | null): boolean => {
    const seen = new Set<string>();
    for (let at = code; at !== null && !seen.has(at); at = targets.get(at)?.parent ?? null) {
      const node: Node | undefined = standing.byCode.get(at);
      if (node) return mayChange(node.id);
      seen.add(at);
    }
    // It hangs on nothing that stands, and is refused for that.
    return true;
  };
  const touched = [
    wish.node ? wish.code : wish.parent,
    ...changes.flatMap(({ what }) => {
      if (what === 'moved')
        return [standing.byId.get(wish.node?.parent ?? '')?.code ?? null, wish.parent];
      return what === 'merged' ? [wish.successor] : [];
    }),
  ];
  return touched.every((code) => code === null || mayAt(code)) ? [] : [refuse('outside')];
}
