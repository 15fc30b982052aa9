import type { AnswerTextPage, Purpose } from '#contract/feedback';
import type { Node } from '#contract/organisation';
import { useReading } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useScreenNode } from '#staff/screen-node.ts';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Concerns } from './concerns.tsx';
import { ChosenPurpose, PurposeForm } from './purpose-form.tsx';
import { TextFilters, useTextFilters } from './text-filters.tsx';
import { TextList } from './text-list.tsx';
import { usePurpose } from './use-purpose.ts';

/** What people wrote to a node: the urgent first, then all, the newest first, once the reader has said why. */
export function TextsScreen() {
  const t = useWords();
  const { node, name, breadcrumb } = useScreenNode();
  const { may } = useSession();
  const [purpose, setPurpose] = usePurpose();
  return (
    <>
      <ScreenHeader
        title={t('feedback:title')}
        breadcrumb={[...breadcrumb, { label: name }]}
        lead={t('feedback:lead')}
      />
      <Concerns node={node.id}>
        {purpose && <TextsCard node={node} purpose={purpose} onChange={() => setPurpose(null)} />}
        {!purpose && may('feedback.readTexts', node.id) && <PurposeForm onChosen={setPurpose} />}
      </Concerns>
    </>
  );
}

function TextsCard({
  node,
  purpose,
  onChange,
}: {
  node: Node;
  purpose: Purpose;
  onChange: () => void;
}) {
  const t = useWords();
  const filters = useTextFilters();
  const path = `/api/nodes/${node.id}/texts?${filters.query}`;
  const query = useReading<AnswerTextPage>(path, purpose);
  return (
    <Card title={t('feedback:list')}>
      <ChosenPurpose purpose={purpose} onChange={onChange} />
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
              purpose={purpose}
              first={first}
            />
          )
        }
      </Loaded>
    </Card>
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
