import { useState } from 'react';
import type { Node } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { AddNodeDialog } from './add-node-dialog.tsx';
import { ChangeNodeDialog } from './change-node-dialog.tsx';
import { NodeTree } from './node-tree.tsx';
import style from './organisation-screen.module.css';

interface Opened {
  readonly dialog: 'add' | 'change';
  readonly node: Node;
}

/** The county's tree, for administrators: adds nodes and changes their names, OIDs and sensitivity. */
export function OrganisationScreen() {
  const t = useWords();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [done, setDone] = useState('');
  const shown = useFound(search);
  const close = (): void => setOpened(null);
  const finish = (key: 'organisation:added' | 'organisation:changed') => (node: Node) => {
    close();
    setDone(t(key, { name: inLanguage(node.name, language) }));
  };
  return (
    <>
      <ScreenHeader title={t('organisation:title')} lead={t('organisation:lead')} />
      <Card>
        <search>
          <SearchField label={t('organisation:search')} value={search} onChange={setSearch} />
        </search>
        <output className={style.done}>{done}</output>
        {shown?.size === 0 ? (
          <EmptyState title={t('organisation:none')}>
            <p>{t('organisation:noneHint')}</p>
          </EmptyState>
        ) : (
          <NodeTree
            shown={shown}
            onAdd={(node) => setOpened({ dialog: 'add', node })}
            onChange={(node) => setOpened({ dialog: 'change', node })}
          />
        )}
      </Card>
      {opened?.dialog === 'add' && (
        <AddNodeDialog
          parent={opened.node}
          onClose={close}
          onAdded={finish('organisation:added')}
        />
      )}
      {opened?.dialog === 'change' && (
        <ChangeNodeDialog
          node={opened.node}
          onClose={close}
          onChanged={finish('organisation:changed')}
        />
      )}
    </>
  );
}

/** The nodes that are searched for, with all above them; undefined when nothing is. */
function useFound(search: string): ReadonlySet<string> | undefined {
  const { tree } = useSession();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const found = tree.nodes.filter(({ name, code, oid }) => {
    const text = [...Object.values(name), code, oid].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return new Set(found.flatMap(({ id }) => tree.pathTo(id).map((node) => node.id)));
}
