import type { ElementKind } from './element.ts';
import { ROOT_ANCHOR } from './element.ts';
import { nameField } from './element-fields.ts';
import { Slug } from './element-properties.ts';
import { type Board, MOST_PARTS, type Part } from './path-board.ts';
import {
  fieldOf,
  pairTranslations,
  type Refusal,
  refuse,
  type Row,
  said,
  tellsOfPhase,
  tooLong,
} from './table-rows.ts';

/** What the rows are identified against. */
interface Given {
  readonly board: Board;
  /** Every anchor that the path ever had, with its kind. */
  readonly registered: ReadonlyMap<string, ElementKind>;
}

/**
 * Finds the part that each row tells of: by its id, then by name and type, then by name; a new one where there is none.
 * Rows for which that cannot be told get their refusal and no part.
 */
export function identifyRows(rows: readonly Row[], given: Given): Map<Row, Part> {
  const { board } = given;
  const found = new Map<Row, Part>();
  const settle = (row: Row, part: Part | Refusal): void => {
    if ('code' in part) row.refusals.push(part);
    else found.set(row, part);
  };
  const valid = rows.filter(({ refusals }) => refusals.length === 0);
  for (const [id, group] of Map.groupBy(valid, ({ id: named }) => named)) {
    if (id === '') continue;
    const part = partById(id, group, given);
    for (const row of group) settle(row, part);
  }
  const others = valid.filter(({ id }) => id === '');
  for (const row of valid) if (row.phase !== '' && !found.get(row)?.existing) phaseOf(row, board);
  for (const row of others.filter(tellsOfPhase)) settle(row, phaseOf(row, board)!);
  const originals = pairTranslations(
    others.filter((row) => row.label === '' && !tellsOfPhase(row)),
  );
  const named = others.filter((row) => !tellsOfPhase(row) && !originals.has(row));
  // Those that stand where the file says take their parts first, then those that stand elsewhere.
  const open = named.filter((row) => {
    const part = exactPart(row, board);
    if (part && !('code' in part)) settle(row, board.claim(part));
    return !part || 'code' in part;
  });
  for (const row of open) settle(row, looseOrNew(row, given));
  for (const [row, original] of originals) {
    const part = found.get(original);
    settle(row, part ?? refuse('original-refused', 'text', { line: original.line }));
  }
  return found;
}

/** The phase that a row names, by its anchor or title; a new one when there is none. */
export function phaseOf(row: Row, board: Board): Part | undefined {
  if (row.phase === '') return undefined;
  const byAnchor = board.find(row.phase);
  if (byAnchor?.kind === 'phase') return byAnchor;
  return (
    board.named(row.phase, 'phase')[0] ??
    board.add({ kind: 'phase', name: row.phase, parent: board.root })
  );
}

/** The lane that a row names; a new one when there is none. */
export function laneOf(row: Row, board: Board): Part | Refusal {
  if (row.lane === '') return refuse('lane-missing', 'lane');
  return (
    board.named(row.lane, 'lane')[0] ??
    board.add({ kind: 'lane', name: row.lane, laneKind: row.laneKind, parent: board.root })
  );
}

function partById(id: string, rows: readonly Row[], given: Given): Part | Refusal {
  const { board, registered } = given;
  const part = board.find(id);
  if (part) return board.claim(part);
  const { kind, kindColumn = 'type' } = rows.find((row) => row.kind) ?? {};
  if (kind === 'path') return board.claim(board.root);
  const label = rows.find((row) => row.label !== '')?.label;
  const name = label ?? titleAmong(rows, kind);
  const same = board.named(name, kind).filter((other) => other.existing && !board.isClaimed(other));
  if (same.length === 1) return board.claim(same[0]!);
  if (!kind) return refuse('type-missing', 'type');
  if (!Slug.safeParse(id).success) return refuse('id-wrong', 'id', { id: said(id) });
  if ((registered.get(id) ?? kind) !== kind) return refuse('id-taken', 'id', { id });
  const columns = { name: label === undefined ? 'text' : 'label', kind: kindColumn } as const;
  return newPart(given, { kind, name, anchor: id }, columns);
}

const titleAmong = (rows: readonly Row[], kind: ElementKind | undefined): string => {
  if (!kind) return '';
  const titles = rows.filter((row) => isName(row, kind) && row.text !== '');
  return (titles.find(({ variant }) => variant === 'fi') ?? titles[0])?.text ?? '';
};

/** Whether a row writes what its part is called. */
function isName(row: Row, kind: ElementKind): boolean {
  const field = fieldOf(row, kind);
  return 'name' in field && field.name === nameField(kind)?.name;
}

function newPart(
  { board }: Given,
  part: Pick<Part, 'kind' | 'name'> & Partial<Part>,
  columns: { name: 'label' | 'text'; kind: Row['kindColumn'] },
): Part | Refusal {
  if (part.kind === 'channel-use') return refuse('channel-in-editor', columns.kind);
  if (part.kind === 'path') return refuse('one-root', columns.kind);
  if (board.parts.length >= MOST_PARTS) return refuse('path-full', null, { limit: MOST_PARTS });
  const limit = nameField(part.kind)!.maximum;
  if (part.name.length > limit) return tooLong(columns.name, part.name, limit);
  return board.add(part);
}

/** The one part of that name that stands where the row says. */
function exactPart(row: Row, board: Board): Part | Refusal | undefined {
  const { kind, label, text } = row;
  if (kind === 'path') return board.find(ROOT_ANCHOR);
  const name = label || text;
  if (name === '') return undefined;
  const phase = phaseOf(row, board);
  const there = board
    .named(name, kind)
    .filter(
      (part) =>
        (!phase || part.kind === 'phase' || part.phase === phase) &&
        (kind !== 'cell' ||
          row.lane === '' ||
          board.named(row.lane, 'lane').includes(part.parent!)),
    );
  return there.length > 1 ? refuse('ambiguous', 'id', { name: said(name) }) : there[0];
}

/** A part of that name that stands elsewhere and that no other row has taken, else a new one. */
function looseOrNew(row: Row, given: Given): Part | Refusal {
  const { board } = given;
  const { kind, kindColumn, label, text } = row;
  if (label === '' && kind && !isName(row, kind)) return refuse('label-missing', 'label');
  const name = label || text;
  if (name === '') return refuse('text-missing', 'text');
  const exact = exactPart(row, board);
  if (exact) return 'code' in exact ? exact : board.claim(exact);
  const elsewhere = board.named(name, kind).filter((part) => !board.isClaimed(part));
  if (elsewhere.length > 1) return refuse('ambiguous', 'id', { name: said(name) });
  if (elsewhere.length === 1) return board.claim(elsewhere[0]!);
  if (!kind) return refuse('type-missing', 'lane');
  const columns = { name: label === '' ? 'text' : 'label', kind: kindColumn } as const;
  const phase = phaseOf(row, board) ?? null;
  if (kind !== 'cell') return newPart(given, { kind, name, phase }, columns);
  const lane = laneOf(row, board);
  if ('code' in lane) return lane;
  return newPart(given, { kind, name, parent: lane, phase }, columns);
}
