import { getCounty } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { mayOn } from '#platform/permissions.ts';
import { dayOf } from '#platform/time.ts';
import type { Draft } from './contract.ts';
import { easyOf, selectContent } from './element-store.ts';
import { selectSlugs } from './path-address.ts';
import { getSettings } from './path-settings.ts';
import { listPathUnits } from './path-units.ts';
import { can } from './permissions.ts';
import type { PathWorld } from './tables.ts';
import { findVersions, getPath } from './version-store.ts';

/**
 * All that the editor shows: the draft in every language, or what is published when nobody has begun a draft. The
 * first change then begins one. @throws AppError `not-found`.
 */
export async function getDraft(ctx: Context<PathWorld>, path: string): Promise<Draft> {
  const { node_id, clinical } = await getPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  const version = found(draft ?? published, 'path-not-found');
  const elements = await selectContent(ctx, version.id);
  return {
    id: path,
    node: node_id,
    clinical,
    slugs: await selectSlugs(ctx, path),
    units: await listPathUnits(ctx, path),
    languages: [...(await getCounty(ctx)).languages],
    easy: easyOf(elements),
    settings: await getSettings(ctx, path),
    status: !published ? 'draft' : draft ? 'changed' : 'published',
    number: version.number,
    revision: version.revision,
    changedAt: version.updated_at.toISOString(),
    publishedOn: published?.published_at ? dayOf(published.published_at) : null,
    reviewDue: published?.review_due ?? null,
    elements,
    may: {
      edit: await mayOn(ctx, can.writeText, node_id),
      publish: await mayOn(ctx, can.publish, node_id),
    },
  };
}
