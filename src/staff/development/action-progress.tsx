import { useState } from 'react';
import type { Action, ActionStatus } from '#contract/development';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.tsx';
import style from './development.module.css';
import { useActionSend } from './use-action-send.ts';
import { useFocusAfter } from '#staff/use-focus-after.ts';
import { useClash } from './use-seen.ts';

/** Moves an action on. The nearest next state is the main button; a rejection asks why. */
export function ActionProgress({ action }: { action: Action }) {
  const t = useWords();
  const [chosen, setChosen] = useState<ActionStatus | null>(null);
  const [note, setNote] = useState('');
  const { send, pending, problem } = useActionSend<{
    status: ActionStatus;
    note: string;
    revision: number;
  }>('POST', action.id, '/status');
  useClash(problem, `/api/actions/${action.id}`);
  const place = useFocusAfter(`${action.status} ${chosen}`, 'textarea, p[tabindex]');
  const ended = action.status === 'done' || action.status === 'rejected';
  const move = (status: ActionStatus, why: string) =>
    send({ status, note: why, revision: action.revision }, () => {
      setChosen(null);
      setNote('');
    });
  const words = (status: ActionStatus) =>
    ended
      ? t(`development:reopen.${action.status as 'done' | 'rejected'}`)
      : t(`development:move.${status}`);
  const asks = (status: ActionStatus) => status === 'rejected' || ended;
  const losesReply = action.reply?.state === 'published' && chosen === 'rejected';
  return (
    <div ref={place}>
      <Card title={t('development:progress.title')}>
        <p tabIndex={chosen === null ? -1 : undefined} className={style.state}>
          {t(`development:progress.${action.status}`)}
        </p>
        <Form
          problem={problem}
          onSubmit={() => chosen && move(chosen, note)}
          label={t('development:progress.title')}
        >
          {chosen === null ? (
            <FormActions>
              {action.next.map((status, index) => (
                <Button
                  key={status}
                  kind={index === 0 && !ended ? 'primary' : 'secondary'}
                  pending={pending}
                  onPress={() => (asks(status) ? setChosen(status) : move(status, ''))}
                >
                  {words(status)}
                </Button>
              ))}
            </FormActions>
          ) : (
            <>
              {losesReply && <p>{t('development:progress.losesReply')}</p>}
              <TextArea
                name="note"
                label={t('development:progress.why')}
                optional={chosen !== 'rejected'}
                rows={3}
                maxLength={1_000}
                value={note}
                onChange={setNote}
              />
              <FormActions>
                <Button kind="primary" type="submit" pending={pending}>
                  {words(chosen)}
                </Button>
                <Button onPress={() => setChosen(null)}>{t('common:cancel')}</Button>
              </FormActions>
            </>
          )}
        </Form>
      </Card>
    </div>
  );
}
