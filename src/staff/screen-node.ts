import { useParams } from 'react-router';
import type { Node } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useLanguage } from './words.tsx';
import { useSession } from './session.tsx';

/** The node that the address names, and the way to it for the screen's header. */
export function useScreenNode(): {
  node: Node;
  name: string;
  breadcrumb: { label: string; href?: string }[];
} {
  const { node: id } = useParams();
  const language = useLanguage();
  const { tree, nodes } = useSession();
  const node = tree.find(id);
  if (!node) throw new Response(null, { status: 404 });
  const seen = new Set(nodes.map((each) => each.id));
  const above = tree.pathTo(node.id).slice(0, -1);
  return {
    node,
    name: inLanguage(node.name, language),
    breadcrumb: above.map((each) => ({
      label: inLanguage(each.name, language),
      ...(seen.has(each.id) && { href: `/staff/nodes/${each.id}` }),
    })),
  };
}
