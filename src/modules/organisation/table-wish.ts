import { filledText } from '#platform/http/parse.ts';
import { type Language, LANGUAGES } from '#platform/i18n.ts';
import { type Node, OID } from './contract.ts';
import type { Table, TableRow } from './read-table.ts';
import { type ColumnKey, findFlag, findKind } from './table-columns.ts';

/** What a row wants a node to be. */
export interface Wish {
  readonly line: number;
  readonly code: string;
  /** The node as it stands; undefined when the row adds one. */
  readonly node: Node | undefined;
  readonly kind: Node['kind'];
  /** The code of the node above; null of the county. */
  readonly parent: string | null;
  readonly name: Readonly<Partial<Record<Language, string>>>;
  readonly oid: string | null;
  readonly sensitive: boolean;
  readonly closed: boolean;
  /** The code of the node in which a closed one goes on. */
  readonly successor: string | null;
}

/** Why a row is refused: a word under `organisation:table.refusal`. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Says no, in a word and what belongs into its sentence. */
export const refuse = (code: string, params: Refusal['params'] = {}): Refusal => ({ code, params });

/** The nodes that stand, by code and by id. */
export interface Standing {
  readonly byCode: ReadonlyMap<string, Node>;
  readonly byId: ReadonlyMap<string, Node>;
}

const CODE = filledText(40);
const NAME = filledText(120);
const NAMES = { fi: 'nameFi', sv: 'nameSv', en: 'nameEn' } as const satisfies Record<
  Language,
  ColumnKey
>;

/** Reads one row by itself. Of a column that the file does not have, what stands is kept. */
export function readWish(
  row: TableRow,
  columns: Table['columns'],
  standing: Standing,
): { wish: Wish; refusals: readonly Refusal[] } {
  const refusals: Refusal[] = [];
  const no = (code: string, params?: Refusal['params']): void =>
    void refusals.push(refuse(code, params));
  const cell = (column: ColumnKey): string => row.cells[column] ?? '';
  const code = cell('code');
  const node = standing.byCode.get(code);
  const codeOf = (id: string | null | undefined): string | null =>
    standing.byId.get(id ?? '')?.code ?? null;
  if (!row.isWhole) no('cells-differ');
  if (code === '') no('code-missing');
  else if (!CODE.safeParse(code).success) no('code-wrong');
  const kind = kindOf(row, columns, node, no);
  const wish: Wish = {
    line: row.line,
    code,
    node,
    kind,
    parent: columns.has('parent') ? cell('parent') || null : codeOf(node?.parent),
    name: namesOf(row, columns, node, no),
    oid: columns.has('oid') ? oidOf(cell('oid'), no) : (node?.oid ?? null),
    sensitive: flagOf(row, columns, 'sensitive', node, no),
    closed: flagOf(row, columns, 'closed', node, no),
    successor: columns.has('successor') ? cell('successor') || null : codeOf(node?.successor),
  };
  if (!node && wish.parent === null && kind !== 'county') no('parent-missing');
  return { wish, refusals };
}

type No = (code: string, params?: Refusal['params']) => void;

function kindOf(
  { cells }: TableRow,
  columns: Table['columns'],
  node: Node | undefined,
  no: No,
): Node['kind'] {
  const word = columns.has('kind') ? (cells.kind ?? '') : '';
  const kind = findKind(word);
  if (word === '' && !node) no('kind-missing');
  else if (word !== '' && kind === undefined) no('kind-unknown', { word });
  else if (kind !== undefined && node && kind !== node.kind) no('kind-fixed');
  else if (kind === 'county' && !node) no('second-county');
  return node?.kind ?? kind ?? 'unit';
}

function namesOf(
  { cells }: TableRow,
  columns: Table['columns'],
  node: Node | undefined,
  no: No,
): Wish['name'] {
  const names: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const column = NAMES[language];
    const name = columns.has(column) ? cells[column] : node?.name[language];
    if (!name) continue;
    if (!NAME.safeParse(name).success) no('name-wrong', { language });
    names[language] = name;
  }
  if (!names.fi) no('name-missing');
  return names;
}

function oidOf(cell: string, no: No): string | null {
  if (cell === '') return null;
  if (!OID.test(cell)) no('oid-wrong', { oid: cell });
  return cell;
}

function flagOf(
  { cells }: TableRow,
  columns: Table['columns'],
  column: 'sensitive' | 'closed',
  node: Node | undefined,
  no: No,
): boolean {
  if (!columns.has(column)) return node?.[column] ?? false;
  const flag = findFlag(cells[column] ?? '');
  if (flag === undefined) no(`${column}-wrong`, { word: cells[column] ?? '' });
  return flag ?? false;
}
