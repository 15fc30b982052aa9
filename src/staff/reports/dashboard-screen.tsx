import type { Dashboard } from '#contract/reports';
import { Loaded } from '#staff/loaded.tsx';
import { NoUnits, useHasUnits } from '#staff/organisation/no-units.tsx';
import { useScreenNode } from '#staff/screen-node.ts';
import { useSession } from '#staff/session.tsx';
import { LinkButton } from '#ui/button.tsx';
import { CardGrid } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatDay, formatTime } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { ActionsCard } from './actions-card.tsx';
import { AnswersCard } from './answers-card.tsx';
import { ChildrenCard } from './children-card.tsx';
import { ConcernNotice } from './concern-notice.tsx';
import { LineCard } from './line-card.tsx';
import { ReportFiles } from './report-files.tsx';
import { RecommendationCard } from './recommendation-card.tsx';
import { ReportFilters } from './report-filters.tsx';
import style from './reports.module.css';
import { StatementsCard } from './statements-card.tsx';
import { TextsCard } from './texts-card.tsx';
import { type Choice, useChoice, useDashboard } from './use-dashboard.ts';
import { useNews } from './use-news.ts';

/** The results of a node: what must be answered first, the three numbers, the statements, and what people told. */
export function DashboardScreen() {
  const { node, name, breadcrumb } = useScreenNode();
  const { may } = useSession();
  const [choice, change] = useChoice();
  return (
    <>
      <ScreenHeader
        title={name}
        breadcrumb={breadcrumb}
        actions={<ReportFilters node={node.id} choice={choice} onChange={change} />}
      />
      {may('feedback.readConcerns', node.id) && <ConcernNotice node={node.id} />}
      {/* A new node begins anew; a new choice of the same one does not. */}
      <Report key={node.id} node={node.id} choice={choice} />
    </>
  );
}

function Report({ node, choice }: { node: string; choice: Choice }) {
  const t = useWords();
  const language = useLanguage();
  const query = useDashboard(node, choice);
  useNews(node);
  return (
    <Loaded query={query}>
      {(report) => (
        <div className={style.stack} aria-busy={query.isPlaceholderData}>
          <Cards report={report} choice={choice} />
          <p className={style.updated}>
            {t('reports:updated', { time: formatTime(new Date(query.dataUpdatedAt), language) })}{' '}
            {t('reports:monthsNote')}
          </p>
        </div>
      )}
    </Loaded>
  );
}

function Cards({ report, choice }: { report: Dashboard; choice: Choice }) {
  const t = useWords();
  const { may } = useSession();
  const { id } = report.node;
  const hasUnits = useHasUnits();
  const mayRead = may('feedback.readTexts', id);
  const mayListActions = may('development.listActions', id);
  const isEmpty =
    report.answers === null &&
    report.line.segments.every(({ points }) =>
      points.every(({ figure }) => figure.state === 'few'),
    );
  return (
    <>
      {!hasUnits && <NoUnits />}
      {isEmpty && hasUnits && (
        <EmptyState
          title={t('reports:empty')}
          action={
            may('collection.listPoints', id) && (
              <LinkButton href={`/staff/nodes/${id}/collection`}>
                {t('reports:emptyCollect')}
              </LinkButton>
            )
          }
        >
          {t('reports:emptyText')}
        </EmptyState>
      )}
      {report.break && <BreakNotice report={report} on={report.break.on} />}
      <CardGrid>
        {!isEmpty && report.recommendation && (
          <RecommendationCard report={report} recommendation={report.recommendation} />
        )}
        {!isEmpty && <AnswersCard report={report} />}
        {mayListActions && <ActionsCard node={id} />}
      </CardGrid>
      <div className={style.columns}>
        {!isEmpty && (
          <StatementsCard report={report} files={<ReportFiles report={report} choice={choice} />} />
        )}
        {mayRead && <TextsCard report={report} />}
      </div>
      {report.children.length > 0 && <ChildrenCard report={report} />}
      {!isEmpty && <LineCard report={report} />}
    </>
  );
}

/** What a change of version means for the figures below. */
function BreakNotice({ report, on }: { report: Dashboard; on: string }) {
  const t = useWords();
  const day = formatDay(on, useLanguage());
  return (
    <Notice
      title={
        on > report.from ? t('reports:breakWithin', { day }) : t('reports:breakBefore', { day })
      }
    />
  );
}
