import { useState } from 'react';
import type { Node } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { AddNodeDialog } from './add-node-dialog.tsx';
import { ChangeNodeDialog } from './change-node-dialog.tsx';
import { useHasUnits } from './no-units.tsx';
import { NodeTree } from './node-tree.tsx';
import { type Deed, PlaceDialog } from './place-dialog.tsx';
import style from './organisation-screen.module.css';

interface Opened {
  readonly dialog: 'add' | 'change' | 'place';
  readonly node: Node;
}

type Done =
  | 'organisation:added'
  | 'organisation:changed'
  | 'organisation:moved'
  | 'organisation:closedDown'
  | 'organisation:reopened';

/** The county's tree, for administrators: adds nodes, changes what is known of them, moves, merges and closes them. */
export function OrganisationScreen() {
  const t = useWords();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [done, setDone] = useState('');
  const shown = useFound(search);
  const hasUnits = useHasUnits();
  const close = (): void => setOpened(null);
  const finish = (key: Done) => (node: Node) => {
    close();
    setDone(t(key, { name: inLanguage(node.name, language) }));
  };
  return (
    <>
      <ScreenHeader
        title={t('organisation:title')}
        lead={t('organisation:lead')}
        actions={
          <>
            <LinkButton href={`/api/nodes/table?language=${language}`} icon="download" download="">
              {t('organisation:toFile')}
            </LinkButton>
            <LinkButton href="/staff/organisation/import">{t('organisation:fromFile')}</LinkButton>
          </>
        }
      />
      {!hasUnits && (
        <Notice
          action={
            <LinkButton href="/staff/accounts">{t('organisation:begin.accounts')}</LinkButton>
          }
        >
          {t('organisation:begin.steps')}
        </Notice>
      )}
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
            onPlace={(node) => setOpened({ dialog: 'place', node })}
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
      {opened?.dialog === 'place' && (
        <PlaceDialog
          node={opened.node}
          onClose={close}
          onDone={(deed, node) => finish(DONE[deed])(node)}
        />
      )}
    </>
  );
}

const DONE = {
  move: 'organisation:moved',
  merge: 'organisation:closedDown',
  close: 'organisation:closedDown',
  reopen: 'organisation:reopened',
} as const satisfies Record<Deed, Done>;

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
