import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DiscussionGuide } from '#contract/development';
import { useSend } from '#staff/api.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Saved } from '#ui/saved.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.tsx';
import style from './discussion.module.css';

/** The place for what was agreed. It may be saved as often as one wishes; an action is written down from it. */
export function AgreedForm({ guide }: { guide: DiscussionGuide }) {
  const t = useWords();
  const navigate = useNavigate();
  const [agreed, setAgreed] = useState('');
  // One discussion per opening of the screen, however often it is saved.
  const [id] = useState(() => crypto.randomUUID());
  const node = guide.node.id;
  // The guide itself is not read anew: it would be written down as another reading of people's words.
  const { send, pending, problem, savedAt } = useSend(
    'PUT',
    `/api/nodes/${node}/discussions/${id}`,
    { invalidate: [`/api/nodes/${node}/discussions`] },
  );
  const save = (onDone?: () => void) =>
    send({ periodFrom: guide.periodFrom, periodTo: guide.periodTo, agreed } as never, onDone);
  return (
    <div className={style.agreed}>
      <Card title={t('development:agreed.title')}>
        <Form problem={problem} onSubmit={() => save()} label={t('development:agreed.title')}>
          <div className={style.onScreen}>
            <TextArea
              name="agreed"
              label={t('development:agreed.label')}
              hint={t('development:agreed.hint')}
              rows={5}
              maxLength={4_000}
              value={agreed}
              onChange={setAgreed}
            />
          </div>
          <p className={style.onPaper}>{agreed}</p>
          <div className={style.lines} aria-hidden="true" />
          <div className={style.onScreen}>
            <FormActions>
              <Button kind="primary" type="submit" pending={pending}>
                {t('development:agreed.save')}
              </Button>
              <Button
                icon="plus"
                pending={pending}
                onPress={() =>
                  save(() => void navigate(`/staff/nodes/${node}/development?new&discussion=${id}`))
                }
              >
                {t('development:list.new')}
              </Button>
              <Saved at={savedAt} />
            </FormActions>
          </div>
        </Form>
      </Card>
    </div>
  );
}
