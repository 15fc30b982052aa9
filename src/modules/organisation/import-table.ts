import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { Language } from '#platform/i18n.ts';
import { nodesAllowing } from '#platform/permissions.ts';
import { dayOf } from '#platform/time.ts';
import type { ImportProgress, Node, TableOutcome } from './contract.ts';
import { getCounty } from './county.ts';
import { nodesMoved } from './move-node.ts';
import { can } from './permissions.ts';
import { lockTree, plantNew, replant } from './place-store.ts';
import type { Table } from './read-table.ts';
import { freeSlugAmong, slugOf } from './slug.ts';
import { type Plan, type PlannedRow, planTable } from './table-plan.ts';
import {
  clearOids,
  insertNodes,
  leadOn,
  type NodeRow,
  selectSlugs,
  updateNodes,
} from './table-store.ts';
import type { OrganisationTables } from './tables.ts';
import { listNodes, nodeChanged } from './tree.ts';

type Ctx = Context<OrganisationTables>;

// So many rows go in one statement: long enough to be quick, short enough to tell how far it is.
const AT_ONCE = 500;

/** What a file would do to the tree. Writes nothing. */
export async function checkTable(
  ctx: Ctx,
  table: Table,
  language: Language,
): Promise<TableOutcome> {
  return (await plan(ctx, table, language)).outcome;
}

/**
 * Writes the rows of a file that can be written, in this one transaction; done again, it changes nothing.
 * @throws AppError `conflict` when `digest` names another outcome than the file has by now.
 */
export async function importTable(
  ctx: Ctx,
  table: Table,
  given: {
    language: Language;
    digest?: string | undefined;
    tell?: (progress: ImportProgress) => void;
  },
): Promise<TableOutcome> {
  await lockTree(ctx);
  const { rows, outcome } = await plan(ctx, table, given.language);
  if (given.digest !== undefined && given.digest !== outcome.digest)
    throw new AppError('conflict', 'table-changed');
  await writeRows(ctx, rows, given.tell ?? (() => undefined));
  await auditRows(ctx, rows, outcome);
  return outcome;
}

async function plan(ctx: Ctx, table: Table, language: Language): Promise<Plan> {
  const [nodes, county] = [await listNodes(ctx), await getCounty(ctx)];
  return planTable(
    table,
    { nodes, mayChange: reachOf(ctx, nodes), languages: county.languages },
    language,
  );
}

/** Which nodes whoever brings a file may change: all of them for the program itself. */
export function reachOf({ actor }: Ctx, nodes: readonly Node[]): (node: string) => boolean {
  if (actor.kind === 'system') return () => true;
  const within = new Set(nodesAllowing(actor, can.importTree));
  // Parents stand before their children.
  for (const { id, parent } of nodes) if (within.has(parent ?? '')) within.add(id);
  return (node) => within.has(node);
}

async function writeRows(
  ctx: Ctx,
  rows: readonly PlannedRow[],
  tell: (progress: ImportProgress) => void,
): Promise<void> {
  const written = await identify(ctx, rows);
  const added = written.filter(({ row }) => row.wish.node === undefined);
  const of = added.length + written.length;
  let done = 0;
  const inTurns = async (
    all: readonly Written[],
    write: (nodes: readonly NodeRow[]) => Promise<void>,
  ): Promise<void> => {
    for (let start = 0; start < all.length; start += AT_ONCE) {
      const turn = all.slice(start, start + AT_ONCE).map(({ node }) => node);
      await write(turn);
      done += turn.length;
      tell({ done: Math.min(done, of), of });
    }
  };
  await inTurns(parentsFirst(added), async (nodes) => {
    await insertNodes(ctx, nodes);
    await plantNew(ctx, nodes.map(idOf));
  });
  await clearOids(
    ctx,
    written.map(({ node }) => node.id),
  );
  await inTurns(written, (nodes) => updateNodes(ctx, nodes));
  await leadOn(
    ctx,
    written.map(({ node }) => node),
  );
  const moved = written.filter(({ row }) => row.changes.some(({ what }) => what === 'moved'));
  const lastDay = dayOf(ctx.now());
  const ids = moved.map(({ node }) => node.id);
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await replant(ctx, ids.slice(start, start + AT_ONCE), lastDay);
  if (ids.length > 0) await ctx.emit(nodesMoved({ nodes: ids, lastDay }));
  if (written.length > 0)
    await ctx.emit(nodeChanged({ nodes: written.map(({ node }) => node.id) }));
}

interface Written {
  readonly row: PlannedRow;
  readonly node: NodeRow;
}

const idOf = ({ id }: NodeRow): string => id;

/** Gives new nodes their ids and addresses, and turns codes into ids. */
async function identify(ctx: Ctx, rows: readonly PlannedRow[]): Promise<Written[]> {
  const nodes = await listNodes(ctx);
  const ids = new Map(nodes.map(({ code, id }) => [code, id]));
  const slugs = await selectSlugs(ctx);
  for (const { wish } of rows) if (!wish.node) ids.set(wish.code, newId());
  return rows.map((row) => {
    const { node, parent, successor, name, ...wish } = row.wish;
    const slug = node?.slug ?? freeSlugAmong(slugs, slugOf(name.fi ?? ''));
    slugs.add(slug);
    return {
      row,
      node: {
        ...wish,
        name,
        slug,
        id: ids.get(wish.code)!,
        parent: parent === null ? null : ids.get(parent)!,
        successor: successor === null ? null : ids.get(successor)!,
      },
    };
  });
}

/** New nodes in such an order that each stands after the one above it. */
function parentsFirst(added: readonly Written[]): Written[] {
  const byId = new Map(added.map((each) => [each.node.id, each]));
  const ordered = new Set<Written>();
  const put = (each: Written): void => {
    if (ordered.has(each)) return;
    const parent = byId.get(each.node.parent ?? '');
    if (parent) put(parent);
    ordered.add(each);
  };
  for (const each of added) put(each);
  return [...ordered];
}

/** One entry for the file, and one for every node that it changed. */
async function auditRows(
  ctx: Ctx,
  rows: readonly PlannedRow[],
  { rows: all, accepted, refused }: TableOutcome,
): Promise<void> {
  const codes = new Map((await listNodes(ctx)).map(({ code, id }) => [code, id]));
  await ctx.audit([
    { action: can.importTree.name, detail: { rows: all, accepted, refused, changed: rows.length } },
    ...rows.map(({ wish, changes }) => ({
      action: 'organisation.importNode',
      thing: `node/${codes.get(wish.code)}`,
      node: codes.get(wish.code)!,
      detail: {
        line: wish.line,
        changes: changes.map(({ what }) => what).join(' '),
        parent: wish.parent,
        successor: wish.successor,
      },
    })),
  ]);
}
