import { useState } from 'react';
import type { Action } from '#contract/development';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useWords } from '#ui/words.tsx';
import style from './development.module.css';
import { ReplyEditor } from './reply-editor.tsx';
import { ReplyPublication, SendReply } from './reply-publication.tsx';
import { ReplyText } from './reply-text.tsx';
import { ReplyTag } from './status-tag.tsx';
import { useFocusAfter } from '#staff/use-focus-after.ts';

/** "Kerroit – teimme": what the public is told of the action, written by one person and published by another. */
export function ReplyCard({ action }: { action: Action }) {
  const t = useWords();
  const { reply, may } = action;
  const [editing, setEditing] = useState(false);
  const state = reply?.state ?? 'none';
  const place = useFocusAfter(`${state} ${editing}`, 'textarea, p[tabindex]');
  return (
    <div id="reply" ref={place}>
      <Card title={t('development:reply.title')} aside={<ReplyTag state={state} />}>
        <p tabIndex={editing ? undefined : -1} className={style.state}>
          {t(`development:reply.state.${state}`)}
        </p>
        {editing ? (
          <ReplyEditor action={action} onClose={() => setEditing(false)} />
        ) : (
          <>
            {reply && <ReplyText reply={reply} languages={action.languages} />}
            {reply && <ReplyPublication action={action} reply={reply} />}
            {may.writeReply && (
              <div className={style.buttons}>
                {reply?.state === 'draft' && <SendReply action={action} reply={reply} />}
                <Button icon="edit" onPress={() => setEditing(true)}>
                  {t(reply ? 'development:reply.edit' : 'development:reply.write')}
                </Button>
              </div>
            )}
          </>
        )}
      </Card>
    </div>
  );
}
