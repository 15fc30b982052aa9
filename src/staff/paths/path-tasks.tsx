import type { PathTask } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { formatDay } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import review from './review.module.css';

const TONES = {
  emergency: 'bad',
  'schedule-failed': 'bad',
  'clinical-review-asked': 'info',
  'review-asked': 'info',
  'sent-back': 'warning',
  approved: 'good',
  'long-overdue': 'bad',
  overdue: 'warning',
  'due-soon': 'neutral',
} as const;

/** What waits for somebody on the paths. Nothing is shown when nothing does. */
export function PathTasks() {
  const t = useWords();
  const { data } = useGet<{ tasks: PathTask[] }>('/api/path-tasks');
  if (!data || data.tasks.length === 0) return null;
  return (
    <Card title={t('paths:tasks.title')}>
      <ul className={review.tasks}>
        {data.tasks.map((task) => (
          <Task key={`${task.path} ${task.kind}`} task={task} />
        ))}
      </ul>
    </Card>
  );
}

function Task({ task: { path, title, kind, day } }: { task: PathTask }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <li>
      <Tag tone={TONES[kind]}>{t(`paths:tasks.kind.${kind}`)}</Tag>
      <Link href={`/staff/paths/${path}?tab=review`}>
        {inLanguage(title, language) || t('paths:list.unnamed')}
      </Link>
      <span className={review.by}>
        {t(`paths:tasks.when.${kind}`, { day: formatDay(day, language) })}
      </span>
    </li>
  );
}
