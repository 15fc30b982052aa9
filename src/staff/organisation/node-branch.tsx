import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import type { Node } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Tag } from '#ui/tag.tsx';
import style from './node-tree.module.css';

interface NodeBranchProps {
  node: Node;
  /** Whether anything stands below. */
  parent: boolean;
  onAdd?: (parent: Node) => void;
  onChange?: (node: Node) => void;
  onPlace?: (node: Node) => void;
  children: ReactNode;
}

/** A node's row in the tree, and within it the rows of those below. */
export function NodeBranch({ node, parent, onAdd, onChange, onPlace, children }: NodeBranchProps) {
  const t = useWords();
  const name = inLanguage(node.name, useLanguage());
  return (
    <TreeItem id={node.id} textValue={name} className={style.row ?? ''} hasChildItems={parent}>
      <TreeItemContent>
        <div className={style.line}>
          {parent ? (
            <AriaButton
              slot="chevron"
              className={style.toggle ?? ''}
              aria-label={t('organisation:expand', { name })}
            >
              <Icon name="chevron-right" size={14} />
            </AriaButton>
          ) : (
            <span className={style.leaf} />
          )}
          <Facts node={node} name={name} />
          <div className={style.actions}>
            {onAdd && (
              <Button
                small
                kind="quiet"
                onPress={() => onAdd(node)}
                label={t('organisation:addBelow', { name })}
              >
                {t('organisation:add')}
              </Button>
            )}
            {onChange && (
              <Button
                small
                kind="quiet"
                onPress={() => onChange(node)}
                label={t('organisation:changeOf', { name })}
              >
                {t('organisation:change')}
              </Button>
            )}
            {onPlace && (
              <Button
                small
                kind="quiet"
                onPress={() => onPlace(node)}
                label={t('organisation:placeOf', { name })}
              >
                {t('organisation:place')}
              </Button>
            )}
          </div>
        </div>
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}

function Facts({ node, name }: { node: Node; name: string }) {
  const t = useWords();
  const language = useLanguage();
  const successor = useSession().tree.find(node.successor ?? undefined);
  return (
    <div className={style.words}>
      <span className={style.name}>{name}</span>
      {node.sensitive && <Tag tone="warning">{t('organisation:sensitive')}</Tag>}{' '}
      {node.closed && <Tag>{t('organisation:closed')}</Tag>}
      <span className={style.facts}>
        {[
          t(`organisation:kind.${node.kind}`),
          node.code,
          node.oid,
          successor && t('organisation:mergedInto', { name: inLanguage(successor.name, language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}
