import type { ActionList } from '#contract/development';
import { useGet } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format.ts';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './reports.module.css';

/** What is being done because of feedback, and the way to do more. */
export function ActionsCard({ node }: { node: string }) {
  const t = useWords();
  const language = useLanguage();
  const { may } = useSession();
  const { data } = useGet<ActionList>(`/api/nodes/${node}/actions`);
  const here = `/staff/nodes/${node}`;
  const counts = data?.counts;
  const open = counts ? counts.proposed + counts.decided + counts['in-progress'] : 0;
  return (
    <Card figure title={t('reports:actions')}>
      {/* The lines keep their place while the figures are on their way. */}
      <p className={style.figure}>
        {counts ? formatNumber(open + counts.done, language) : '\u00A0'}
      </p>
      <p className={style.about}>
        {counts
          ? [
              t('reports:actionsOpen', { count: open }),
              t('reports:actionsDone', { count: counts.done }),
              ...(data.overdue > 0 ? [t('reports:actionsOverdue', { count: data.overdue })] : []),
            ].join(' · ')
          : '\u00A0'}
      </p>
      <div className={style.buttons}>
        {may('development.createAction', node) && (
          <LinkButton kind="primary" href={`${here}/development?new`}>
            {t('reports:actionNew')}
          </LinkButton>
        )}
        {may('development.readGuide', node) && (
          <LinkButton href={`${here}/discussion`}>{t('reports:guide')}</LinkButton>
        )}
        {!may('development.createAction', node) && (
          <LinkButton href={`${here}/development`}>{t('reports:actionAll')}</LinkButton>
        )}
      </div>
    </Card>
  );
}
