import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { parse } from '#platform/http/parse.ts';
import { requireEachUnchanged } from '#platform/unchanged.ts';
import { type PathSettings, SettingsChange } from './contract.ts';
import { pathSettingsChanged } from './path-events.ts';
import type { PathTables } from './tables.ts';
import { countChange, lockPath } from './version-store.ts';

type Ctx = Context<PathTables>;

/** What a path is besides its versions. @throws AppError `not-found`. */
export async function getSettings(ctx: Ctx, path: string): Promise<PathSettings> {
  const { rows } = await sql<PathSettings>`
    select level, path_kind as "pathKind", audiences, life_events as "lifeEvents", visibility,
      professional_open as "professionalOpen", owner_id as owner, deputy_id as deputy
    from service_path where county_id = ${ctx.county} and id = ${path}`.execute(ctx.db);
  return found(rows[0], 'path-not-found');
}

/**
 * Says what a path is, as far as it is named; it holds at once, for what is published too.
 *
 * @throws AppError `invalid`, `not-found`, and `conflict` when somebody else set one of these meanwhile.
 */
export async function setSettings(ctx: Ctx, path: string, given: SettingsChange): Promise<void> {
  const { before, ...settings } = parse(SettingsChange, given);
  await lockPath(ctx, path);
  requireEachUnchanged({ stored: await getSettings(ctx, path), before, wanted: settings });
  await writeSettings(ctx, path, settings);
  await countChange(ctx, path);
  await ctx.emit(pathSettingsChanged({ path }));
}

/** Writes the settings of a path; those that are not given stay. */
export async function writeSettings(
  ctx: Ctx,
  path: string,
  settings: { readonly [Name in keyof PathSettings]?: PathSettings[Name] | undefined },
): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  await ctx.db
    .updateTable('service_path')
    .set({
      ...(settings.level && { level: settings.level }),
      ...(settings.pathKind && { path_kind: settings.pathKind }),
      ...(settings.audiences && { audiences: settings.audiences }),
      ...(settings.lifeEvents && { life_events: settings.lifeEvents }),
      ...(settings.visibility && { visibility: settings.visibility }),
      ...(settings.professionalOpen !== undefined && {
        professional_open: settings.professionalOpen,
      }),
      ...(settings.owner !== undefined && { owner_id: settings.owner }),
      ...(settings.deputy !== undefined && { deputy_id: settings.deputy }),
    })
    .where('county_id', '=', ctx.county)
    .where('id', '=', path)
    .execute();
}
