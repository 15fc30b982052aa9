import type { AnswerTextPage } from '#contract/feedback';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useScreenNode } from '#staff/screen-node.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Concerns } from './concerns.tsx';
import { TextFilters, useTextFilters } from './text-filters.tsx';
import { TextList } from './text-list.tsx';

/** What people wrote to a node: the urgent first, then all, the newest first. */
export function TextsScreen() {
  const t = useWords();
  const { node, name, breadcrumb } = useScreenNode();
  const filters = useTextFilters();
  const query = useGet<AnswerTextPage>(`/api/nodes/${node.id}/texts?${filters.query}`);
  return (
    <>
      <ScreenHeader
        title={t('feedback:title')}
        breadcrumb={[...breadcrumb, { label: name }]}
        lead={t('feedback:lead')}
      />
      <Concerns node={node.id} />
      <Card title={t('feedback:list')}>
        <TextFilters filters={filters} />
        <Loaded query={query}>
          {(first) =>
            first.texts.length === 0 ? (
              <NoTexts narrowed={filters.query.size > 0} clear={filters.clear} />
            ) : (
              <TextList
                key={filters.query.toString()}
                node={node.id}
                ofUnit={node.kind === 'unit'}
                query={filters.query}
                first={first}
              />
            )
          }
        </Loaded>
      </Card>
    </>
  );
}

function NoTexts({ narrowed, clear }: { narrowed: boolean; clear: () => void }) {
  const t = useWords();
  if (narrowed)
    return (
      <EmptyState
        title={t('feedback:noneFound')}
        action={<Button onPress={clear}>{t('feedback:clear')}</Button>}
      />
    );
  return (
    <EmptyState title={t('feedback:empty')}>
      <p>{t('feedback:emptyText')}</p>
    </EmptyState>
  );
}
