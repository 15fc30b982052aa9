import { describeAnchors, listPublishedPaths } from '#modules/paths';
import type { Places } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';

/** The published paths and their phases, to hang an action on. */
export async function listPlaces(ctx: DevelopmentContext): Promise<Places> {
  const published = await listPublishedPaths(ctx, 'fi');
  const described = await describeAnchors(
    ctx,
    published.map(({ id }) => id),
  );
  const paths = published.flatMap(({ id }) => {
    const path = described.get(id);
    if (!path) return [];
    const phases = [...path.anchors]
      .filter(([, { kind, removed }]) => kind === 'phase' && !removed)
      .map(([anchor, { title }]) => ({ anchor, title }));
    return [{ path: id, title: path.title, phases }];
  });
  return { paths };
}
