import { useSearchParams } from 'react-router';
import type { ActionList, ActionStatus, ActionSummary } from '#contract/development';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useScreenNode } from '#staff/screen-node.ts';
import { useSession } from '#staff/session.tsx';
import { LinkButton } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { useWords } from '#ui/words.tsx';
import { ActionTable } from './action-table.tsx';
import { NewAction } from './new-action.tsx';

// What is under way comes first, what has ended last.
const ORDER: readonly ActionStatus[] = ['in-progress', 'decided', 'proposed', 'done', 'rejected'];

/** The development actions of a node and of all that is below it, by their state. */
export function ActionsScreen() {
  const t = useWords();
  const { node, name, breadcrumb } = useScreenNode();
  const { may } = useSession();
  const [address] = useSearchParams();
  const query = useGet<ActionList>(`/api/nodes/${node.id}/actions`);
  const mayWrite = may('development.createAction', node.id);
  const writing = mayWrite && address.has('new');
  const here = `/staff/nodes/${node.id}/development`;
  const begin = (
    <LinkButton kind="primary" icon="plus" href={`${here}?new`}>
      {t('development:list.new')}
    </LinkButton>
  );
  return (
    <>
      <ScreenHeader
        title={t('development:list.title')}
        breadcrumb={[...breadcrumb, { label: name, href: `/staff/nodes/${node.id}` }]}
        lead={t('development:list.lead')}
        actions={mayWrite && !writing && begin}
      />
      {writing && <NewAction node={node.id} />}
      <Loaded query={query}>
        {(list) => (
          <>
            {!writing && (
              <Attention list={list} mayPublish={may('development.publishReply', node.id)} />
            )}
            {list.actions.length === 0 && !writing && (
              <EmptyState title={t('development:list.empty')} action={mayWrite && begin}>
                {t('development:list.emptyWhy')}
              </EmptyState>
            )}
            {ORDER.map((status) => (
              <ActionTable
                key={status}
                status={status}
                count={list.counts[status]}
                actions={list.actions.filter((action) => action.status === status)}
                node={node.id}
              />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

/** What should not be missed in the list: what is late, and what waits for a publisher. */
function Attention({ list, mayPublish }: { list: ActionList; mayPublish: boolean }) {
  const t = useWords();
  const waiting = mayPublish ? list.actions.filter(({ reply }) => reply === 'waiting') : [];
  return (
    <>
      {list.overdue > 0 && (
        <Notice kind="warning" title={t('development:list.overdue', { count: list.overdue })} />
      )}
      {waiting.length > 0 && (
        <Notice title={t('development:list.waiting', { count: waiting.length })}>
          <ul>
            {waiting.map((action: ActionSummary) => (
              <li key={action.id}>
                <Link href={`/staff/actions/${action.id}#reply`}>{action.title}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
