import { type AuditOverview, type AuditPage, MOST_IN_FILE } from '#contract/audit';
import { useGet, useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format.ts';
import { ScreenHeader } from '#ui/screen-header.tsx';
import style from './audit.module.css';
import { AuditFilters } from './audit-filters.tsx';
import { ChainCard } from './chain-card.tsx';
import { EventList } from './event-list.tsx';
import { queryOf, useAuditFilter } from './use-audit-filter.ts';

/** The audit log for administrators: searched by who, what, where and when. */
export function AuditScreen() {
  const t = useWords();
  const overview = useGet<AuditOverview>('/api/audit/overview');
  return (
    <>
      <ScreenHeader title={t('audit:title')} lead={t('audit:lead')} />
      <Loaded query={overview}>
        {({ actions, chain }) => (
          <>
            <Search actions={actions} />
            <ChainCard chain={chain} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Search({ actions }: { actions: readonly string[] }) {
  const t = useWords();
  const language = useLanguage();
  const [filter, search] = useAuditFilter();
  const query = queryOf(filter);
  const page = useReading<AuditPage>(`/api/audit?${query}`);
  const file = new URLSearchParams([...query, ['language', language]]);
  return (
    <Card title={t('audit:results')}>
      <AuditFilters key={query.toString()} filter={filter} actions={actions} onSearch={search} />
      <Loaded query={page}>
        {(first) =>
          first.entries.length === 0 ? (
            <EmptyState
              title={t('audit:none')}
              action={<Button onPress={() => search({})}>{t('audit:clear')}</Button>}
            />
          ) : (
            <>
              <div className={style.file}>
                <LinkButton href={`/api/audit.csv?${file}`} download="" icon="download" small>
                  {t('audit:export')}
                </LinkButton>
                <span className={style.soft}>
                  {t('audit:exportHint', { most: formatNumber(MOST_IN_FILE, language) })}
                </span>
              </div>
              <EventList key={query.toString()} query={query} first={first} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
