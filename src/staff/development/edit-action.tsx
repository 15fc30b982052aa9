import { useState } from 'react';
import type { Action } from '#contract/development';
import { inLanguage } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { formatDay } from '#ui/format.ts';
import { FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { type ActionDraft, ActionForm, contentOf, NO_PLACE } from './action-form.tsx';
import { useActionSend } from './use-action-send.ts';
import { useSeen } from './use-seen.ts';

/** Changes what an action says. Where somebody else changed it meanwhile, what was typed stays and theirs is shown beside. */
export function EditAction({ action, onClose }: { action: Action; onClose: () => void }) {
  const t = useWords();
  const [draft, setDraft] = useState(draftOf(action));
  const { send, pending, problem } = useActionSend<object>('PUT', action.id);
  const { seen, clash } = useSeen(action.revision, problem, `/api/actions/${action.id}`);
  return (
    <>
      {clash && <Theirs action={action} />}
      <ActionForm
        node={action.node.id}
        draft={draft}
        onChange={setDraft}
        problem={problem}
        onSubmit={() => send({ ...contentOf(draft), revision: seen }, () => onClose())}
      >
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('development:action.save')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </FormActions>
      </ActionForm>
    </>
  );
}

const draftOf = ({ title, reason, owner, due, place, sources }: Action): ActionDraft => ({
  title,
  reason,
  owner,
  due,
  sources,
  place: place ? `${place.path}#${place.anchor}` : NO_PLACE,
});

/** What the other one saved. */
function Theirs({ action }: { action: Action }) {
  const t = useWords();
  const language = useLanguage();
  const place = action.place
    ? inLanguage(action.place.phaseTitle, language)
    : t('development:place.none');
  const facts = [
    [t('development:field.title'), action.title],
    [t('development:field.reason'), action.reason],
    [t('development:field.owner'), action.owner],
    [t('development:field.due'), formatDay(action.due, language)],
    [t('development:field.place'), place],
  ];
  return (
    <Notice kind="warning" title={t('development:clash.title')}>
      <ul>
        {facts.map(([name, value]) => (
          <li key={name}>
            {name}: {value}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
