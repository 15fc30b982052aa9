import { stringify } from 'csv-stringify/sync';
import type { Context } from '#platform/context.ts';
import { harmless } from '#platform/csv.ts';
import { type Language, words } from '#platform/i18n.ts';
import type { Node } from './contract.ts';
import { reachOf } from './import-table.ts';
import { COLUMNS, type ColumnKey, headOf } from './table-columns.ts';
import type { OrganisationTables } from './tables.ts';
import { listNodes } from './tree.ts';

/**
 * The nodes that the reader administers, in the form in which they can be brought back: parents before their
 * children, closed ones too.
 */
export async function exportTable(
  ctx: Context<OrganisationTables>,
  language: Language,
): Promise<string> {
  const nodes = await listNodes(ctx);
  const codes = new Map(nodes.map(({ id, code }) => [id, code]));
  const isOurs = reachOf(ctx, nodes);
  const rows = inTreeOrder(nodes)
    .filter(({ id }) => isOurs(id))
    .map((node) => {
      const cells = cellsOf(node, codes, language);
      return COLUMNS.map((column) => harmless(cells[column]));
    });
  return stringify([COLUMNS.map((column) => headOf(column, language)), ...rows], {
    delimiter: language === 'en' ? ',' : ';',
    bom: true,
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
}

function cellsOf(
  { code, parent, kind, name, oid, sensitive, closed, successor }: Node,
  codes: ReadonlyMap<string, string>,
  language: Language,
): Record<ColumnKey, string> {
  const t = words(language);
  const flag = (value: boolean): string =>
    t(value ? 'organisation:table.yes' : 'organisation:table.no');
  return {
    code,
    parent: codes.get(parent ?? '') ?? '',
    kind: t(`organisation:kind.${kind}`),
    nameFi: name.fi ?? '',
    nameSv: name.sv ?? '',
    nameEn: name.en ?? '',
    oid: oid ?? '',
    sensitive: flag(sensitive),
    closed: flag(closed),
    successor: codes.get(successor ?? '') ?? '',
  };
}

/** Each node followed by all below it. */
function inTreeOrder(nodes: readonly Node[]): Node[] {
  const below = Map.groupBy(nodes, ({ parent }) => parent);
  const from = (node: Node): Node[] => [node, ...(below.get(node.id) ?? []).flatMap(from)];
  return (below.get(null) ?? []).flatMap(from);
}
