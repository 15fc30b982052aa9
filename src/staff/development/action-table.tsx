import type { ActionStatus, ActionSummary } from '#contract/development';
import { inLanguage } from '#platform/language.ts';
import { Card } from '#ui/card.tsx';
import { formatDay } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './development.module.css';
import { ReplyTag } from './status-tag.tsx';

interface ActionTableProps {
  status: ActionStatus;
  /** How many there are; the table may hold fewer. */
  count: number;
  actions: readonly ActionSummary[];
  /** The node of the screen: only other ones are named. */
  node: string;
}

/** The actions of one state. Nothing when there are none. */
export function ActionTable({ status, count, actions, node }: ActionTableProps) {
  const t = useWords();
  const columns = useColumns(status, node);
  if (actions.length === 0) return null;
  const title = `${t(`development:status.${status}`)} (${count})`;
  return (
    <Card
      title={title}
      footer={
        count > actions.length && t('development:list.notAll', { shown: actions.length, count })
      }
    >
      <div className={style.table}>
        <Table
          caption={t('development:list.caption', { status: t(`development:status.${status}`) })}
          captionHidden
          stacks
          columns={columns}
          rows={actions}
          keyOf={({ id }) => id}
        />
      </div>
    </Card>
  );
}

function useColumns(status: ActionStatus, node: string): Column<ActionSummary>[] {
  const t = useWords();
  const language = useLanguage();
  const ended = status === 'done' || status === 'rejected';
  return [
    {
      key: 'title',
      head: t('development:field.title'),
      rowHead: true,
      cell: (action) => (
        <>
          <Link href={`/staff/actions/${action.id}`}>{action.title}</Link>
          {action.node.id !== node && (
            <span className={style.where}>{inLanguage(action.node.name, language)}</span>
          )}
        </>
      ),
    },
    { key: 'owner', head: t('development:field.owner'), cell: ({ owner }) => owner },
    {
      key: 'day',
      head: ended ? t('development:list.ended') : t('development:field.due'),
      cell: (action) => (
        <span className={style.day}>
          {formatDay(ended ? action.updatedOn : action.due, language)}
          {action.overdue && <Tag tone="bad">{t('development:overdue')}</Tag>}
        </span>
      ),
    },
    {
      key: 'sources',
      head: t('development:list.sources'),
      numeric: true,
      cell: ({ sources }) => sources,
    },
    {
      key: 'reply',
      head: t('development:list.reply'),
      cell: ({ reply }) => <ReplyTag state={reply} />,
    },
  ];
}
