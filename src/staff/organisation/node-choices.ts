import { useMemo } from 'react';
import type { Node } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage } from '#staff/words.tsx';

/** A node as something to choose. */
export interface NodeChoice {
  readonly id: string;
  readonly name: string;
  /** The name of the node above. */
  readonly within: string;
  readonly depth: number;
}

/** The given nodes as a tree read from the top: each followed by those below it. Closed ones are left out. */
export function useNodeChoices(nodes: readonly Node[]): NodeChoice[] {
  const { tree } = useSession();
  const language = useLanguage();
  return useMemo(() => {
    const given = new Set(nodes.map(({ id }) => id));
    const list = (node: Node, depth: number): NodeChoice[] => {
      if (node.closed || !given.has(node.id)) return [];
      const parent = tree.find(node.parent ?? undefined);
      const self = {
        id: node.id,
        name: inLanguage(node.name, language),
        within: parent ? inLanguage(parent.name, language) : '',
        depth,
      };
      return [self, ...tree.children(node.id).flatMap((child) => list(child, depth + 1))];
    };
    return nodes
      .filter(({ parent }) => parent === null || !given.has(parent))
      .flatMap((node) => list(node, 0));
  }, [tree, nodes, language]);
}

/** Whether every written word stands in the name. */
export function hasWords(name: string, written: string): boolean {
  const text = name.toLowerCase();
  return written
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
