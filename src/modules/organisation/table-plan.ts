import { createHash } from 'node:crypto';
import { type Language, sentence } from '#platform/i18n.ts';
import type { Node, TableLine, TableOutcome } from './contract.ts';
import type { Table } from './read-table.ts';
import { checkTree, followSuccessors } from './table-checks.ts';
import { readWish, type Refusal, refuse, type Standing, type Wish } from './table-wish.ts';

/** What the planning of a file rests on. */
export interface Surroundings {
  /** The whole tree as it stands. */
  readonly nodes: readonly Node[];
  /** Whether whoever brings the file may change this node and what is below it. */
  readonly mayChange: (node: string) => boolean;
  /** The county's languages in duty. */
  readonly languages: readonly Language[];
}

/** A row with what it changes; nothing when the node is so already. */
export interface PlannedRow {
  readonly wish: Wish;
  readonly changes: TableLine['changes'];
}

/** What a file does: the rows to be written, and what is said of it. */
export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly outcome: TableOutcome;
}

/** Finds out what a file does to the tree. Writes nothing, and says of every row what becomes of it. */
export function planTable(table: Table, around: Surroundings, language: Language): Plan {
  const standing: Standing = {
    byCode: new Map(around.nodes.map((node) => [node.code, node])),
    byId: new Map(around.nodes.map((node) => [node.id, node])),
  };
  const read = table.rows.map((row) => readWish(row, table.columns, standing));
  const refused = new Map<number, Refusal[]>();
  const refuseRow = (wish: Wish, refusals: readonly Refusal[]): void => {
    if (refusals.length > 0)
      refused.set(wish.line, [...(refused.get(wish.line) ?? []), ...refusals]);
  };
  for (const { wish, refusals } of read) refuseRow(wish, refusals);
  for (const [code, twins] of Map.groupBy(read, ({ wish }) => wish.code)) {
    if (code === '' || twins.length === 1) continue;
    for (const { wish } of twins) {
      const other = twins.find((twin) => twin.wish !== wish)!.wish.line;
      refuseRow(wish, [refuse('code-doubled', { line: other })]);
    }
  }
  let rows = followSuccessors(
    read.map(({ wish }) => wish).filter(({ line }) => !refused.has(line)),
    standing,
  ).map((wish) => ({ wish, changes: changesOf(wish, standing) }));
  const filed = new Set(read.map(({ wish }) => wish.code));
  // A row that is refused leaves its node as it stands, which may be the end of another row; so until all agree.
  for (let before = -1; before !== rows.length;) {
    before = rows.length;
    const found = checkTree(rows, { ...around, standing, filed });
    for (const [{ wish }, refusals] of found) refuseRow(wish, refusals);
    rows = rows.filter((row) => !found.has(row));
  }
  const outcome = outcomeOf({ table, read, rows, refused, around, filed, language });
  return { rows: rows.filter(({ changes }) => changes.length > 0), outcome };
}

/** What a row changes of the node as it stands. */
function changesOf(wish: Wish, { byId, byCode }: Standing): TableLine['changes'] {
  const { node } = wish;
  const named = (of: Node | undefined): string | null =>
    of ? `${of.name.fi ?? ''} (${of.code})` : null;
  const at = (code: string | null): string | null =>
    code === null ? null : (named(byCode.get(code)) ?? code);
  if (!node) return [{ what: 'added', from: null, to: at(wish.parent) }];
  const changes: TableLine['changes'] = [];
  const add = (
    what: (typeof changes)[number]['what'],
    from: string | null,
    to: string | null,
  ): void => void changes.push({ what, from, to });
  const names = (name: Wish['name'] | Node['name']): string =>
    [name.fi, name.sv, name.en].map((text) => text ?? '–').join(' / ');
  if (names(node.name) !== names(wish.name)) add('renamed', names(node.name), names(wish.name));
  const parent = byId.get(node.parent ?? '');
  if ((parent?.code ?? null) !== wish.parent) add('moved', named(parent), at(wish.parent));
  const successor = byId.get(node.successor ?? '')?.code ?? null;
  if (node.closed && !wish.closed) add('reopened', null, null);
  else if (wish.closed && wish.successor !== null && (!node.closed || successor !== wish.successor))
    add('merged', null, at(wish.successor));
  else if (wish.closed && (!node.closed || successor !== wish.successor)) add('closed', null, null);
  else if (successor !== wish.successor) add('merged', null, at(wish.successor));
  if (node.oid !== wish.oid) add('described', node.oid, wish.oid);
  if (node.sensitive !== wish.sensitive) add('described', null, null);
  return changes;
}

function outcomeOf(given: {
  table: Table;
  read: readonly { wish: Wish }[];
  rows: readonly PlannedRow[];
  refused: ReadonlyMap<number, readonly Refusal[]>;
  around: Surroundings;
  filed: ReadonlySet<string>;
  language: Language;
}): TableOutcome {
  const { table, read, rows, refused, around, filed } = given;
  const changes = new Map(rows.map((row) => [row.wish.line, row.changes]));
  const lines = read
    .map(({ wish }) => ({
      line: wish.line,
      code: wish.code,
      name: wish.name.fi ?? '',
      changes: [...(changes.get(wish.line) ?? [])],
      refusals: (refused.get(wish.line) ?? []).map(({ code, params }) => ({
        code,
        params,
        detail: sentence(given.language, `organisation:table.refusal.${code}`, params),
      })),
      missingNames: around.languages.filter((language) => !wish.name[language]),
    }))
    .filter(({ changes, refusals }) => changes.length > 0 || refusals.length > 0);
  const refusedRows = lines.filter(({ refusals }) => refusals.length > 0).length;
  const { encoding, separator, ignored } = table;
  return {
    rows: read.length,
    accepted: read.length - refusedRows,
    refused: refusedRows,
    unchanged: read.length - lines.length,
    lines,
    absent: around.nodes.filter(
      ({ id, code, closed }) => !closed && !filed.has(code) && around.mayChange(id),
    ).length,
    ignored: [...ignored],
    encoding,
    separator,
    digest: digestOf(rows),
  };
}

/** Names what will be written, the nodes by their ids. */
const digestOf = (rows: readonly PlannedRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        rows
          .filter(({ changes }) => changes.length > 0)
          .map(({ wish: { node, ...wish }, changes }) => [node?.id, wish, changes]),
      ),
    )
    .digest('hex');
