import { text as wellFormed } from '#platform/http/parse.ts';
import { isEasy, type Variant } from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import type { ElementKind } from './element.ts';
import { nameField, type TextField } from './element-fields.ts';
import { holdsIdentityCode } from '#platform/identity-code.ts';
import type { TableRow } from './read-path-table.ts';
import { flagOf, OFFERED } from './table-offers.ts';
import {
  type ColumnKey,
  findFieldNamed,
  findKind,
  findVariant,
  isCalled,
  type LaneKind,
  partsOfLane,
} from './table-words.ts';

/** Why a row is refused: a word under `paths:table.refusal`, and what belongs into its sentence. */
export interface Refusal {
  readonly code: string;
  /** In which column it is to be put right; null when in none of them. */
  readonly column: ColumnKey | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a row says, as far as it can be told without the other rows. */
export interface Row {
  readonly line: number;
  readonly id: string;
  /** The kind of its part; nothing when neither the row nor the part that it names tells. */
  readonly kind: ElementKind | undefined;
  /** The column that tells the kind. */
  readonly kindColumn: 'type' | 'lane';
  readonly laneKind: LaneKind;
  readonly parent: string;
  readonly order: number | null;
  readonly phase: string;
  readonly lane: string;
  readonly label: string;
  /** What is in the column of the field. */
  readonly fieldCell: string;
  readonly variant: Variant;
  readonly text: string;
  readonly refusals: Refusal[];
}

/** Says no: why, where it is put right, and what belongs into the sentence. */
export const refuse = (
  code: string,
  column: Refusal['column'],
  params: Refusal['params'] = {},
): Refusal => ({ code, column, params });

// What names a phase or a lane may become its title.
const LONGEST = { phase: 84, lane: 84, label: 600, parent: 600 } as const;

// A word of the file that is said again is not said at any length.
const LONGEST_SAID = 80;
/** The beginning of what stands in a cell, for a sentence. */
export const said = (cell: string): string => cell.slice(0, LONGEST_SAID).toWellFormed();

/** The longest text of a cell of the map, the roomiest part that a board's note can become. */
const LONGEST_NOTE = nameField('cell')!.maximum;
const wholeText = wellFormed(Number.MAX_SAFE_INTEGER);

/** Reads one row by itself. */
export function readRow(
  { line, cells }: TableRow,
  byAnchor: ReadonlyMap<string, DraftElement>,
): Row {
  const cell = (column: ColumnKey): string => cells[column] ?? '';
  const refusals: Refusal[] = [];
  const no = (code: string, column: ColumnKey, params?: Refusal['params']): void =>
    void refusals.push(refuse(code, column, params));
  const wrong = wrongCell(cells, (text) => !wholeText.safeParse(text).success);
  const personal = wrongCell(cells, holdsIdentityCode);
  if (personal) no('identity-code', personal);
  if (wrong) no('text-wrong', wrong);
  for (const [column, limit] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][])
    if (cell(column).length > limit) no('name-too-long', column, { limit });
  const existing = byAnchor.get(cell('id'));
  const named = cell('type') === '' ? undefined : findKind(cell('type'));
  if (cell('type') !== '' && !named) no('type-unknown', 'type', { word: said(cell('type')) });
  if (named && existing && named !== existing.properties.kind) no('type-fixed', 'type');
  const variant = findVariant(cell('language'));
  if (!variant) no('language-unknown', 'language', { word: said(cell('language')) });
  const order = cell('order') === '' ? null : Number(cell('order').replace(',', '.'));
  if (order !== null && !(order >= 0 && order < 1_000_000)) no('order-wrong', 'order');
  const lane = cell('lane') === '' ? undefined : partsOfLane(cell('lane'));
  const isOfPhase = cell('phase') !== '' && cell('id') === '' && cell('label') === '';
  return {
    line,
    id: cell('id'),
    kind: existing?.properties.kind ?? named ?? lane?.kind ?? (isOfPhase ? 'phase' : undefined),
    kindColumn: named || !lane ? 'type' : 'lane',
    laneKind: lane?.laneKind ?? 'other',
    parent: cell('parent'),
    order,
    phase: cell('phase'),
    lane: cell('lane'),
    label: cell('label'),
    fieldCell: cell('field'),
    variant: variant ?? 'fi',
    text: cell('text'),
    refusals,
  };
}

/** The first column whose cell is not as it should be; two cells that are wrong together only count as the last. */
function wrongCell(
  cells: TableRow['cells'],
  isWrong: (text: string) => boolean,
): ColumnKey | undefined {
  const entries = Object.entries(cells) as [ColumnKey, string][];
  const [wrong] = entries.find(([, text]) => isWrong(text)) ?? [];
  return wrong ?? (isWrong(entries.map(([, text]) => text).join('\n')) ? 'text' : undefined);
}

/** Whether a row without a kind or lane of its own tells of the phase that it names. */
export const tellsOfPhase = ({ kind, id, label, lane, phase }: Row): boolean =>
  kind === 'phase' && phase !== '' && id === '' && label === '' && lane === '';

/**
 * The field that a row writes: the named one, else what the part is called. A row of nothing but a phase and a text
 * tells of the phase, unless it only repeats its name.
 */
export function fieldOf(row: Row, kind: ElementKind): TextField | Refusal {
  if (kind === 'path' && isCalled(row.fieldCell, OFFERED)) return offerOf(row);
  if (row.fieldCell === '')
    return tellsOfPhase(row) && row.phase !== row.text
      ? findFieldNamed(kind, 'text')!
      : nameField(kind)!;
  return (
    findFieldNamed(kind, row.fieldCell) ??
    refuse('field-unknown', 'field', { word: said(row.fieldCell) })
  );
}

function offerOf({ variant, text }: Row): TextField | Refusal {
  if (!isEasy(variant)) return refuse('offer-language', 'language');
  if (text !== '' && flagOf(text) === undefined)
    return refuse('offer-unclear', 'text', { word: said(text) });
  return OFFERED;
}

/** What is wrong with a row's text for its field. */
export function textRefusal({ text }: Row, { maximum }: TextField): Refusal | undefined {
  return text.length > maximum ? tooLong('text', text, maximum) : undefined;
}

/** That a text does not fit; what is longer than a name but fits into a cell of the map may become one. */
export const tooLong = (column: ColumnKey, text: string, limit: number): Refusal =>
  refuse(text.length > LONGEST_NOTE ? 'text-far-too-long' : 'text-too-long', column, {
    limit,
    length: text.length,
  });

/**
 * Rows of the loose form that are one text in several languages: a block of each language of the same length, or each
 * translation directly below its original, within the same phase and lane. The first row of each is its original.
 */
export function pairTranslations(rows: readonly Row[]): Map<Row, Row> {
  const originals = new Map<Row, Row>();
  const groups = Map.groupBy(rows, (row) =>
    JSON.stringify([row.phase, row.lane, row.kind, row.fieldCell, tellsOfPhase(row)]),
  );
  for (const group of groups.values()) {
    const runs = runsOf(group);
    const isInBlocks =
      new Set(runs.map((run) => run[0]!.variant)).size === runs.length &&
      runs.every((run) => run.length === runs[0]!.length);
    if (isInBlocks) {
      for (const run of runs.slice(1))
        for (const [place, row] of run.entries()) originals.set(row, runs[0]![place]!);
    } else pairNeighbours(group, originals);
  }
  return originals;
}

function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[0]!.variant === row.variant) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

function pairNeighbours(rows: readonly Row[], originals: Map<Row, Row>): void {
  let chain: Row[] = [];
  for (const row of rows) {
    if (chain.length === 0 || chain.some(({ variant }) => variant === row.variant)) chain = [row];
    else {
      originals.set(row, chain[0]!);
      chain.push(row);
    }
  }
}
