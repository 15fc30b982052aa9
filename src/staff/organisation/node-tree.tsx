import { useState } from 'react';
import type { Key } from 'react-aria-components';
import { Tree } from 'react-aria-components/Tree';
import type { Node } from '#contract/organisation';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { NodeBranch } from './node-branch.tsx';
import style from './node-tree.module.css';

interface NodeTreeProps {
  /** The nodes to show, opened; undefined shows all, as the reader has opened them. */
  shown: ReadonlySet<string> | undefined;
  onAdd: (parent: Node) => void;
  onChange: (node: Node) => void;
  onPlace: (node: Node) => void;
}

/** The tree as a treegrid: arrows move and open, the row's buttons are reached with the right arrow. */
export function NodeTree({ shown, onAdd, onChange, onPlace }: NodeTreeProps) {
  const t = useWords();
  const { tree, may } = useSession();
  const [opened, setOpened] = useState<Iterable<Key>>(() => [
    tree.root.id,
    ...tree.children(tree.root.id).map(({ id }) => id),
  ]);
  const branch = (node: Node) => {
    const below = tree.children(node.id).filter(({ id }) => !shown || shown.has(id));
    const adds = node.kind !== 'unit' && !node.closed && may('organisation.addNode', node.id);
    return (
      <NodeBranch
        key={node.id}
        node={node}
        parent={below.length > 0}
        {...(adds && { onAdd })}
        {...(may('organisation.changeNode', node.id) && { onChange })}
        {...(node.parent !== null && may('organisation.closeNode', node.id) && { onPlace })}
      >
        {below.map(branch)}
      </NodeBranch>
    );
  };
  return (
    <Tree
      aria-label={t('organisation:tree')}
      className={style.tree ?? ''}
      expandedKeys={shown ?? opened}
      onExpandedChange={(keys) => !shown && setOpened(keys)}
    >
      {branch(tree.root)}
    </Tree>
  );
}
