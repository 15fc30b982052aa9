import { useMemo } from 'react';
import type { AskedPhases } from '#contract/collection';
import type { Handbook } from '#contract/handbook';
import type { Partner } from '#contract/partners';
import type { PathSummary } from '#contract/paths';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { isOpen } from '#staff/partners/partner-state.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { dayOf } from '#ui/format.ts';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { CreatePath } from './create-path.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { LibraryTable } from './library-table.tsx';
import { chooseFrom, NO_FILTER, withGaps } from './library-view.ts';
import style from './library.module.css';
import { PathTasks } from './path-tasks.tsx';
import { OtherBeginnings } from './template-links.tsx';
import { useLibraryFilter } from './use-library-filter.ts';

/** All service paths that the account may read: how they stand and what they lack. */
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
                <p>{create ? t('paths:list.emptyText') : t('paths:list.emptyAsk')}</p>
              </EmptyState>
            ) : (
              <Library paths={paths} />
            )
          }
        </Loaded>
      </Card>
    </>
  );
}

function Library({ paths }: { paths: readonly PathSummary[] }) {
  const t = useWords();
  const language = useLanguage();
  const asked = useAsked();
  const { data: handbook } = useGet<Handbook>('/api/handbook');
  const { filter, change } = useLibraryFilter();
  const today = dayOf();
  const unconfirmed = useUnconfirmed();
  const all = useMemo(
    () => withGaps(paths, { asked, handbook, unconfirmed, today }),
    [paths, asked, handbook, unconfirmed, today],
  );
  const chosen = useMemo(
    () => chooseFrom(all, filter, { language, today }),
    [all, filter, language, today],
  );
  const narrowed = chosen.length < all.length;
  return (
    <>
      <LibraryFilters paths={all} filter={filter} onChange={change} />
      <p className={style.count}>
        <output>
          {narrowed
            ? t('paths:library.of', { shown: chosen.length, count: all.length })
            : t('paths:library.count', { count: all.length })}
        </output>
        {narrowed && (
          <Button small onPress={() => change({ ...NO_FILTER, sort: filter.sort })}>
            {t('paths:library.clear')}
          </Button>
        )}
      </p>
      {chosen.length === 0 ? (
        <EmptyState title={t('paths:library.nothing')} />
      ) : (
        <LibraryTable key={JSON.stringify(filter)} paths={chosen} today={today} />
      )}
    </>
  );
}

/** How many parts of each path tell of a partner that has not confirmed them; nothing until it is known. */
function useUnconfirmed(): ReadonlyMap<string, number> | undefined {
  const { data } = useGet<{ partners: Partner[] }>('/api/partners');
  return useMemo(() => {
    const open = data?.partners.flatMap(({ parts }) => parts.filter(isOpen));
    const byPath = open && Map.groupBy(open, ({ path }) => path);
    return byPath && new Map([...byPath].map(([path, parts]) => [path, parts.length]));
  }, [data]);
}

/** On which phases somebody is asked; nothing until it is known. */
function useAsked(): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const { data } = useGet<AskedPhases>('/api/feedback-points/phases');
  return useMemo(
    () => data && new Map(data.paths.map(({ path, anchors }) => [path, new Set(anchors)])),
    [data],
  );
}
