import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Action, Discussions } from '#contract/development';
import { useGet, useSend } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FormActions } from '#ui/form.tsx';
import { useWords } from '#ui/words.tsx';
import { type ActionDraft, ActionForm, contentOf, NO_PLACE } from './action-form.tsx';

/** A new action; where the address names a discussion or an answer, it comes from that. */
export function NewAction({ node }: { node: string }) {
  const [address] = useSearchParams();
  const discussion = address.get('discussion');
  const query = useGet<Discussions>(discussion === null ? null : `/api/nodes/${node}/discussions`);
  const source = address.get('source');
  const begin = {
    title: '',
    owner: '',
    due: null,
    place: NO_PLACE,
    sources: source === null ? [] : [source],
  };
  if (discussion === null)
    return <NewActionForm node={node} discussion={null} draft={{ ...begin, reason: '' }} />;
  return (
    <Loaded query={query}>
      {({ discussions }) => {
        const held = discussions.find(({ id }) => id === discussion);
        return (
          <NewActionForm
            node={node}
            discussion={held?.id ?? null}
            draft={{ ...begin, reason: held?.agreed.slice(0, 2_000) ?? '' }}
          />
        );
      }}
    </Loaded>
  );
}

interface NewActionFormProps {
  node: string;
  discussion: string | null;
  draft: ActionDraft;
}

function NewActionForm({ node, discussion, draft: first }: NewActionFormProps) {
  const t = useWords();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(first);
  // Chosen here, so that a second press or a second try makes no second action.
  const [id] = useState(() => crypto.randomUUID());
  const { send, pending, problem } = useSend<object, Action>('POST', `/api/nodes/${node}/actions`, {
    invalidate: [`/api/nodes/${node}/actions`],
  });
  return (
    <Card title={t('development:new.title')}>
      {discussion !== null && <p>{t('development:new.fromDiscussion')}</p>}
      <ActionForm
        node={node}
        draft={draft}
        onChange={setDraft}
        problem={problem}
        onSubmit={() =>
          send(
            { id, ...contentOf(draft), discussion },
            (action) => void navigate(`/staff/actions/${action.id}`),
          )
        }
      >
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('development:new.save')}
          </Button>
          <LinkButton href={`/staff/nodes/${node}/development`}>{t('common:cancel')}</LinkButton>
        </FormActions>
      </ActionForm>
    </Card>
  );
}
