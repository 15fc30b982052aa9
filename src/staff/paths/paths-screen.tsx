import type { PathSummary } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { dayOf, formatDay, formatMoment } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { ChangedChannelsTag } from './changed-channels.tsx';
import { CreatePath } from './create-path.tsx';
import { PathState } from './path-state.tsx';
import { PathTasks } from './path-tasks.tsx';
import { OtherBeginnings } from './template-links.tsx';

/** The service paths that the account may read. */
export function PathsScreen() {
  const t = useWords();
  const { may } = useSession();
  const query = useGet<{ paths: PathSummary[] }>('/api/paths');
  const create = may('paths.createPath') && (
    <>
      <OtherBeginnings />
      <CreatePath />
    </>
  );
  return (
    <>
      <ScreenHeader
        title={t('paths:title')}
        lead={t('paths:lead')}
        actions={query.data && query.data.paths.length > 0 && create}
      />
      <PathTasks />
      <Card>
        <Loaded query={query}>
          {({ paths }) =>
            paths.length === 0 ? (
              <EmptyState title={t('paths:list.empty')} action={create}>
                {create && <p>{t('paths:list.emptyText')}</p>}
              </EmptyState>
            ) : (
              <PathTable paths={paths} />
            )
          }
        </Loaded>
      </Card>
    </>
  );
}

function PathTable({ paths }: { paths: readonly PathSummary[] }) {
  const t = useWords();
  const language = useLanguage();
  const columns: readonly Column<PathSummary>[] = [
    {
      key: 'path',
      head: t('paths:list.path'),
      rowHead: true,
      cell: ({ id, title, node }) => (
        <>
          <Link href={`/staff/paths/${id}`}>
            {inLanguage(title, language) || t('paths:list.unnamed')}
          </Link>
          <br />
          <small>{inLanguage(node.name, language)}</small>
        </>
      ),
    },
    {
      key: 'state',
      head: t('paths:list.state'),
      cell: ({ status }) => <PathState status={status} />,
    },
    { key: 'work', head: t('paths:list.work'), cell: (path) => <PathWork path={path} /> },
    {
      key: 'changed',
      head: t('paths:list.changed'),
      cell: ({ changedAt }) => formatMoment(changedAt, language),
    },
    {
      key: 'review',
      head: t('paths:list.review'),
      cell: ({ reviewDue }) => reviewDue && <Review due={reviewDue} />,
    },
  ];
  return (
    <Table
      caption={t('paths:title')}
      captionHidden
      columns={columns}
      rows={paths}
      keyOf={({ id }) => id}
    />
  );
}

function PathWork({ path }: { path: PathSummary }) {
  return (
    <>
      <Work path={path} /> <ChangedChannelsTag path={path.id} />
    </>
  );
}

function Work({ path: { stale, missing } }: { path: PathSummary }) {
  const t = useWords();
  if (stale + missing === 0) return t('paths:list.done');
  return (
    <>
      {stale > 0 && <Tag tone="warning">{t('paths:list.stale', { count: stale })}</Tag>}{' '}
      {missing > 0 && <Tag tone="warning">{t('paths:list.missing', { count: missing })}</Tag>}
    </>
  );
}

function Review({ due }: { due: string }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      {formatDay(due, language)}{' '}
      {due < dayOf() && <Tag tone="warning">{t('paths:list.overdue')}</Tag>}
    </>
  );
}
