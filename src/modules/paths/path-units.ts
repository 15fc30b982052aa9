import { findNodes } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { requireUnchanged } from '#platform/unchanged.ts';
import { pathSettingsChanged } from './path-events.ts';
import type { PathTables, PathWorld } from './tables.ts';
import { countChange, lockPath } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** The units that offer the path. */
export async function listPathUnits(ctx: Context<PathTables>, path: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('path_unit')
    .select('node_id')
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .orderBy('node_id')
    .execute();
  return rows.map(({ node_id }) => node_id);
}

/**
 * Says which units offer the path. It holds at once: units are no part of a version. A closed unit may stay, but none
 * is added. With `before`, those that the writer had before them, nobody's are lost.
 *
 * @throws AppError `invalid`, and `conflict` when somebody else changed them meanwhile.
 */
export async function setUnits(
  ctx: Ctx,
  path: string,
  units: readonly string[],
  before?: readonly string[],
): Promise<void> {
  await lockPath(ctx, path);
  const nodes = await findNodes(ctx, units);
  const stored = await listPathUnits(ctx, path);
  if (before) {
    const [was, wanted] = [before, units].map((all) => ({ units: all.toSorted() }));
    requireUnchanged({ stored: { units: stored.toSorted() }, before: was, wanted });
  }
  const standing = new Set(stored);
  const known = new Set(
    nodes
      .filter(({ id, kind, closed }) => kind === 'unit' && (!closed || standing.has(id)))
      .map(({ id }) => id),
  );
  const faults = units.flatMap((unit, index) =>
    known.has(unit) ? [] : [{ pointer: `/units/${index}`, code: 'not-an-option' }],
  );
  if (faults.length > 0) throw new AppError('invalid', 'input-invalid', { faults });
  await ctx.db
    .deleteFrom('path_unit')
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .execute();
  const rows = [...known].map((node_id) => ({ county_id: ctx.county, path_id: path, node_id }));
  if (rows.length > 0) await ctx.db.insertInto('path_unit').values(rows).execute();
  await countChange(ctx, path);
  await ctx.emit(pathSettingsChanged({ path }));
}

/** Says whether the path is about care; a clinical path must tell what to do when it is urgent. */
export async function setClinical(
  ctx: Context<PathTables>,
  path: string,
  clinical: boolean,
): Promise<void> {
  await lockPath(ctx, path);
  await ctx.db
    .updateTable('service_path')
    .set({ clinical })
    .where('county_id', '=', ctx.county)
    .where('id', '=', path)
    .execute();
  await countChange(ctx, path);
  await ctx.emit(pathSettingsChanged({ path }));
}
