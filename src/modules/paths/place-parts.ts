import { CHILDREN, ELEMENT_KINDS, type ElementKind } from './element.ts';
import { laneOf, phaseOf } from './identify-rows.ts';
import { type Board, type Part, phaseProperty } from './path-board.ts';
import { type Refusal, refuse, type Row, said } from './table-rows.ts';

const PARENTS = Object.fromEntries(
  ELEMENT_KINDS.map((kind) => [
    kind,
    ELEMENT_KINDS.filter((above) => CHILDREN[above].includes(kind)),
  ]),
) as unknown as Readonly<Record<ElementKind, readonly ElementKind[]>>;

const depthOf = (kind: ElementKind): number =>
  PARENTS[kind].length === 0 ? 0 : 1 + Math.max(...PARENTS[kind].map(depthOf));

const DEPTHS = Object.fromEntries(ELEMENT_KINDS.map((kind) => [kind, depthOf(kind)])) as Readonly<
  Record<ElementKind, number>
>;

/** The deepest that a part of a kind may stand; parents are placed before their children. */
export const depthOfKind = (kind: ElementKind): number => DEPTHS[kind];

/** Puts each part where the first of its rows says; rows that say something impossible are refused. */
export function placeParts(placed: ReadonlyMap<Row, Part>, board: Board): void {
  const rows = [...placed].toSorted(
    ([a, of], [b, other]) => depthOfKind(of.kind) - depthOfKind(other.kind) || a.line - b.line,
  );
  const steps = new StepsOfPhases(board, placed);
  const done = new Set<Part>();
  for (const [row, part] of rows) {
    if (row.refusals.length > 0 || done.has(part)) continue;
    const phase = row.id !== '' && part.existing ? undefined : phaseOf(row, board);
    const parent = parentOf(row, part, { board, phase, steps });
    if (parent && 'code' in parent) row.refusals.push(parent);
    else {
      done.add(part);
      move(part, parent, phase, row);
    }
  }
}

function move(part: Part, parent: Part | null, phase: Part | undefined, row: Row): void {
  part.parent = parent;
  // The phase of a part that has an id is for reading; what it refers to is a matter of the editor.
  if (phase && phaseProperty(part.kind) && (row.id === '' || !part.existing)) part.phase = phase;
  else if (parent?.kind === 'phase') part.phase = parent;
  else if (parent?.kind === 'step') part.phase = parent.phase;
  if (row.id !== '') part.order = row.order;
}

interface Around {
  readonly board: Board;
  readonly phase: Part | undefined;
  readonly steps: StepsOfPhases;
}

function parentOf(row: Row, part: Part, around: Around): Part | null | Refusal {
  const { kind, existing } = part;
  if (kind === 'path') return null;
  if (row.parent !== '') return namedParent(row, kind, around.board);
  if (kind === 'cell' && row.lane !== '' && row.id === '') return laneOf(row, around.board);
  const stays = existing && (row.id !== '' || !around.phase || around.phase === part.phase);
  if (stays || kind === 'cell') return part.parent ?? refuse('lane-missing', 'lane');
  if (PARENTS[kind].includes('path')) return around.board.root;
  if (PARENTS[kind].includes('phase')) return around.phase ?? refuse('phase-missing', 'phase');
  if (!PARENTS[kind].includes('step')) return refuse('parent-missing', 'parent');
  if (!around.phase) return refuse('phase-missing', 'phase');
  return around.steps.before(row.line, around.phase) ?? refuse('step-missing', 'phase');
}

function namedParent(row: Row, kind: ElementKind, board: Board): Part | Refusal {
  const fits = ({ kind: above }: Part): boolean => CHILDREN[above].includes(kind);
  const byAnchor = board.find(row.parent);
  const named = byAnchor ? [byAnchor] : board.named(row.parent);
  if (named.length === 0) return refuse('parent-unknown', 'parent', { name: said(row.parent) });
  const fitting = named.filter(fits);
  if (fitting.length === 0) return refuse('parent-kind', 'parent', { name: said(row.parent) });
  return fitting.length > 1
    ? refuse('ambiguous', 'parent', { name: said(row.parent) })
    : fitting[0]!;
}

/** The steps of each phase, so that what hangs on a step finds the one above it in the file. */
class StepsOfPhases {
  readonly #filed: ReadonlyMap<Part | null, readonly (readonly [line: number, step: Part])[]>;
  readonly #standing: Map<Part | null, Part[]>;

  constructor(board: Board, placed: ReadonlyMap<Row, Part>) {
    const filed = [...placed]
      .filter(([row, { kind }]) => kind === 'step' && row.refusals.length === 0)
      .map(([{ line }, part]) => [line, part] as const)
      .toSorted(([a], [b]) => a - b);
    this.#filed = Map.groupBy(filed, ([, { phase }]) => phase);
    this.#standing = Map.groupBy(
      board.parts.filter(({ kind, existing }) => kind === 'step' && existing),
      ({ phase }) => phase,
    );
  }

  /** The last step of a phase above a line of the file, else its last one in the path, else its first in the file. */
  before(line: number, phase: Part): Part | undefined {
    const filed = this.#filed.get(phase) ?? [];
    return (
      filed.findLast(([at]) => at < line)?.[1] ?? this.#standing.get(phase)?.at(-1) ?? filed[0]?.[1]
    );
  }
}
