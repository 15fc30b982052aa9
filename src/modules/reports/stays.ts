import type { Cell, CellRow } from './cell-store.ts';
import type { Period } from './period.ts';

/** The days on which a node that has moved stood right below another one; its present stay has no end (`infinity`). */
export interface Stay {
  readonly node: string;
  readonly parent: string;
  readonly since: string;
  readonly until: string;
}

/** What of a moved node's people counts to one of its parents. Nobody sees its figure, but sums may give it away. */
export interface Part {
  readonly id: string;
  readonly node: string;
  readonly parent: string;
  readonly stays: readonly Stay[];
}

/** The parts of all nodes that moved so late that some of these periods began before. */
export function partsOf(stays: readonly Stay[], periods: readonly Period[]): Part[] {
  const late = Map.groupBy(stays, ({ node }) => node)
    .values()
    .filter((own) => periods.some((period) => hasMoved(own, period)));
  const grouped = Map.groupBy([...late].flat(), ({ node, parent }) => `${node} in ${parent}`);
  return Array.from(grouped, ([id, own]) => ({
    id,
    node: own[0]!.node,
    parent: own[0]!.parent,
    stays: own,
  }));
}

/** Whether a node came to its present place only after the period began, so that its people are not all its parent's. */
export const hasMoved = (own: readonly Stay[], { from }: Period): boolean =>
  own.some(({ since, until }) => until === 'infinity' && since > from);

/** Whether a part can have anybody in a period at all. */
export const reachesInto = ({ stays }: Part, period: Period): boolean =>
  stays.some((stay) => overlap(stay, period) !== undefined);

const overlap = ({ since, until }: Stay, { from, to }: Period): Period | undefined => {
  const common = { from: since > from ? since : from, to: until < to ? until : to };
  return common.from <= common.to ? common : undefined;
};

/** Reads what is counted of parts as if each were a node: `read` sums nodes over periods. */
export async function readParts(
  parts: readonly Part[],
  columns: readonly { readonly column: number; readonly period: Period }[],
  read: (cells: readonly Cell[], periods: readonly Period[]) => Promise<CellRow[]>,
): Promise<CellRow[]> {
  const wanted = parts.flatMap((part) =>
    columns.flatMap(({ column, period }) =>
      part.stays.flatMap((stay) => {
        const days = overlap(stay, period);
        return days ? [{ id: part.id, node: part.node, column, days }] : [];
      }),
    ),
  );
  if (wanted.length === 0) return [];
  const periods = new Map(wanted.map(({ days }) => [`${days.from} ${days.to}`, days]));
  const places = new Map([...periods.keys()].map((key, place) => [key, place]));
  const cellOf = ({ node, days }: (typeof wanted)[number]): Cell => ({
    node,
    period: places.get(`${days.from} ${days.to}`)!,
  });
  // Two columns may want the same days of a node, and those are read once.
  const targets = Map.groupBy(wanted, (want) => Object.values(cellOf(want)).join(' '));
  const cells = Array.from(targets.values(), ([want]) => cellOf(want!));
  const rows = await read(cells, [...periods.values()]);
  return rows.flatMap((row) =>
    targets
      .get(`${row.node} ${row.period}`)!
      .map(({ id, column }) => ({ ...row, node: id, period: column })),
  );
}
