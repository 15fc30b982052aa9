import type { Node } from '#contract/organisation';

/** The organisation's tree as screens need it. */
export interface Tree {
  /** Parents before children. */
  readonly nodes: readonly Node[];
  readonly root: Node;
  find(id: string | undefined): Node | undefined;
  children(id: string): readonly Node[];
  /** The way from the root to the node, both included. */
  pathTo(id: string): readonly Node[];
  /** Whether the node is the other one or lies below it. */
  isWithin(id: string, above: string): boolean;
}

/** Makes the tree of the API's list. */
export function treeOf(nodes: readonly Node[]): Tree {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const below = Map.groupBy(nodes, ({ parent }) => parent ?? '');
  const pathTo = (id: string): Node[] => {
    const path: Node[] = [];
    for (let node = byId.get(id); node; node = node.parent ? byId.get(node.parent) : undefined)
      path.unshift(node);
    return path;
  };
  const root = nodes.find(({ parent }) => parent === null);
  if (!root) throw new Error('the tree has no root');
  return {
    nodes,
    root,
    find: (id) => (id === undefined ? undefined : byId.get(id)),
    children: (id) => below.get(id) ?? [],
    pathTo,
    isWithin: (id, above) => pathTo(id).some((node) => node.id === above),
  };
}
