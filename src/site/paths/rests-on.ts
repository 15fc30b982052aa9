import { getKeptHandbook, getPublicHandbook, type KeptHandbook } from '#modules/handbook';
import type { PathView, ProfessionalView } from '#modules/paths';
import type { RouteContext } from '#platform/http/route.ts';

/** What the public reads of the promises and aims on which a path rests, by their codes. */
export interface Given {
  readonly promises: ReadonlyMap<string, { readonly name: string; readonly how: string }>;
  readonly aims: ReadonlyMap<string, { readonly name: string; readonly meaning: string }>;
}

/** Nothing that is told of. */
export const NOTHING_GIVEN: Given = { promises: new Map(), aims: new Map() };

type RestsOn = PathView['restsOn'];

const restsOnAnything = (parts: readonly Partial<RestsOn>[]): boolean =>
  parts.some(({ promises = [], aims = [] }) => promises.length + aims.length > 0);

/** What a path's page tells of its promises and aims today; the handbook is read only where the path names any. */
export async function findGiven(ctx: RouteContext, path: PathView): Promise<Given> {
  const parts = path.phases.flatMap(({ restsOn, steps }) => [restsOn, ...steps]);
  if (!restsOnAnything([path.restsOn, ...parts])) return NOTHING_GIVEN;
  const { promises, aims } = await getPublicHandbook(ctx, path.variant);
  return {
    promises: new Map(promises.map((one) => [one.code, one])),
    aims: new Map(aims.map((one) => [one.code, one])),
  };
}

/** How professionals keep to them; what is not public is for the staff's own view (`internal`). */
export async function findKept(
  ctx: RouteContext,
  { path, lane }: ProfessionalView,
  { internal }: { internal: boolean },
): Promise<KeptHandbook | undefined> {
  const parts = Object.values(lane).map(({ restsOn }) => restsOn);
  if (!restsOnAnything([path.restsOn, ...parts])) return undefined;
  return getKeptHandbook(ctx, path.variant, { internal });
}
