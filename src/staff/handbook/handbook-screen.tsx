import { useSearchParams } from 'react-router';
import type { EntryKind, Handbook } from '#contract/handbook';
import { useGet, useSend } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useWords } from '#staff/words.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { AddEntry } from './add-entry.tsx';
import { EntryList } from './entry-list.tsx';
import { entriesOf } from './handbook-view.ts';
import style from './handbook.module.css';
import { SchemeCard } from './scheme-card.tsx';
import { WordList } from './word-list.tsx';

/** The handbook by its parts. */
export function HandbookScreen() {
  const t = useWords();
  const query = useGet<Handbook>('/api/handbook');
  return (
    <>
      <ScreenHeader
        title={t('handbook:title')}
        lead={t('handbook:lead')}
        actions={
          query.data &&
          entriesOf(query.data, 'segment').length > 0 && (
            <LinkButton href="/staff/handbook/segments" icon="print">
              {t('handbook:segments.title')}
            </LinkButton>
          )
        }
      />
      <Loaded query={query}>
        {(handbook) =>
          handbook.entries.length === 0 ? (
            <Empty handbook={handbook} />
          ) : (
            <Parts handbook={handbook} />
          )
        }
      </Loaded>
    </>
  );
}

function Empty({ handbook }: { handbook: Handbook }) {
  const t = useWords();
  const { send, pending, problem } = useSend<void, { entries: number }>(
    'POST',
    '/api/handbook/seed',
    { invalidate: ['/api/handbook'] },
  );
  const take = handbook.may.edit && (
    <Button kind="primary" pending={pending} onPress={() => send()}>
      {t('handbook:seed')}
    </Button>
  );
  return (
    <>
      <Card>
        <ErrorSummary problem={problem} />
        <EmptyState title={t('handbook:empty')} action={take}>
          <p>{t(take ? 'handbook:emptyText' : 'handbook:readOnly')}</p>
        </EmptyState>
      </Card>
      {take && <Parts handbook={handbook} />}
    </>
  );
}

const TABS = ['phases', 'segments', 'promises', 'cornerstones', 'words'] as const;
type Tab = (typeof TABS)[number];

function Parts({ handbook }: { handbook: Handbook }) {
  const t = useWords();
  const [search, setSearch] = useSearchParams();
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'phases';
  const list = (kind: EntryKind) => (
    <Card key={kind} title={t(`handbook:kinds.${kind}`)}>
      <EntryList handbook={handbook} kind={kind} />
    </Card>
  );
  const content = {
    phases: <Schemes handbook={handbook} kind="phase-scheme" />,
    segments: <Schemes handbook={handbook} kind="segmentation-scheme" />,
    promises: list('promise'),
    cornerstones: (['cornerstone', 'aim', 'focus-area'] as const).map(list),
    words: <WordList handbook={handbook} />,
  };
  return (
    <>
      {!handbook.may.edit && <Notice>{t('handbook:readOnly')}</Notice>}
      <Tabs<Tab>
        label={t('handbook:tab.label')}
        selected={tab}
        onSelect={(next) => next !== tab && setSearch(next === 'phases' ? {} : { tab: next })}
        tabs={TABS.map((id) => ({
          id,
          title: t(`handbook:tab.${id}`),
          content: <div className={style.parts}>{content[id]}</div>,
        }))}
      />
    </>
  );
}

function Schemes({
  handbook,
  kind,
}: {
  handbook: Handbook;
  kind: 'phase-scheme' | 'segmentation-scheme';
}) {
  const t = useWords();
  const schemes = entriesOf(handbook, kind);
  return (
    <>
      {schemes.map((scheme) => (
        <SchemeCard key={scheme.id} scheme={scheme} handbook={handbook} />
      ))}
      {(handbook.may.edit || schemes.length === 0) && (
        <div className={style.kind}>
          {schemes.length === 0 && <p className={style.soft}>{t('handbook:none')}</p>}
          {handbook.may.edit && <AddEntry kind={kind} />}
        </div>
      )}
    </>
  );
}
