import { addNode } from '#modules/organisation';
import type { AnyContext } from '#platform/context.ts';
import { county, domains } from './organisation.ts';

/** A node of the example county by its code. */
export interface Place {
  readonly id: string;
  readonly code: string;
  /** Answers in a usual month; 0 above the units. */
  readonly volume: number;
}

interface Branch {
  readonly code: string;
  readonly kind: 'domain' | 'service-area' | 'service' | 'unit';
  readonly name: { fi: string; sv: string; en: string };
  readonly sensitive?: true;
  readonly volume?: number;
  readonly children?: readonly Branch[];
}

/** Adds the whole tree below the root; the nodes come back by their codes. */
export async function addUnits(ctx: AnyContext, root: string): Promise<Map<string, Place>> {
  const places = new Map<string, Place>([
    [county.code, { id: root, code: county.code, volume: 0 }],
  ]);
  const addBelow = async (
    parent: string,
    branches: readonly Branch[],
    inherited: boolean,
  ): Promise<void> => {
    for (const [
      position,
      { code, kind, name, sensitive = inherited, volume = 0, children = [] },
    ] of branches.entries()) {
      const { id } = await addNode(
        ctx,
        parent,
        { kind, code, oid: null, sensitive, name },
        position,
      );
      places.set(code, { id, code, volume });
      await addBelow(id, children, sensitive);
    }
  };
  await addBelow(root, domains, false);
  return places;
}

/** Everything below the root with its volume, in the order of the tree. */
export function branches(): { code: string; volume: number }[] {
  const below = (given: readonly Branch[]): { code: string; volume: number }[] =>
    given.flatMap(({ code, volume = 0, children = [] }) => [{ code, volume }, ...below(children)]);
  return below(domains);
}
