import { useParams } from 'react-router';
import type { Action } from '#contract/development';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { Loading } from '#ui/loading.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { ActionFacts } from './action-facts.tsx';
import { ActionHistory } from './action-history.tsx';
import { ActionProgress } from './action-progress.tsx';
import { ActionSources } from './action-sources.tsx';
import style from './development.module.css';
import { ReplyCard } from './reply-card.tsx';
import { StatusTag } from './status-tag.tsx';

/** One development action: what it says, how far it is, where it came from, and what the public is told of it. */
export function ActionScreen() {
  const { action: id } = useParams();
  const query = useGet<Action>(`/api/actions/${id}`);
  if (query.error?.status === 404 || query.error?.status === 422)
    throw new Response(null, { status: 404 });
  if (!query.data && !query.error) return <Loading />;
  return <Loaded query={query}>{(action) => <LoadedAction action={action} />}</Loaded>;
}

function LoadedAction({ action }: { action: Action }) {
  const t = useWords();
  return (
    <>
      <ScreenHeader
        title={action.title}
        breadcrumb={useWayHere(action)}
        actions={
          <span className={style.states}>
            <StatusTag status={action.status} />
            {action.overdue && <Tag tone="bad">{t('development:overdue')}</Tag>}
          </span>
        }
      />
      <div className={style.columns}>
        <ActionFacts action={action} />
        <div className={style.column}>
          {action.may.change && <ActionProgress action={action} />}
          <ActionSources action={action} />
        </div>
      </div>
      <ReplyCard action={action} />
      <ActionHistory history={action.history} />
    </>
  );
}

function useWayHere(action: Action): { label: string; href?: string }[] {
  const t = useWords();
  const language = useLanguage();
  const { tree, may } = useSession();
  const above = tree.pathTo(action.node.id).map((node) => ({
    label: inLanguage(node.name, language),
    ...(may('reports.readDashboard', node.id) && { href: `/staff/nodes/${node.id}` }),
  }));
  return [
    ...above,
    { label: t('development:list.title'), href: `/staff/nodes/${action.node.id}/development` },
  ];
}
