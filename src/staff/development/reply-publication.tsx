import { useState } from 'react';
import type { Action, Reply } from '#contract/development';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatMoment } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { useActionSend } from './use-action-send.ts';
import { useClash } from './use-seen.ts';

/** Who wrote and published it; to a publisher the button, or why there is none. */
export function ReplyPublication({ action, reply }: { action: Action; reply: Reply }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <p>
        {t('development:reply.writtenBy', {
          names: reply.writers.join(', '),
          at: formatMoment(reply.writtenAt, language),
        })}{' '}
        {reply.publishedAt &&
          reply.publishedBy &&
          t('development:reply.publishedBy', {
            name: reply.publishedBy,
            at: formatMoment(reply.publishedAt, language),
          })}
      </p>
      {action.may.publishReply &&
        (reply.state === 'published' ? (
          <Withdrawal action={action} />
        ) : (
          <Publication action={action} reply={reply} />
        ))}
    </>
  );
}

function Publication({ action, reply }: { action: Action; reply: Reply }) {
  const t = useWords();
  const { send, pending, problem } = useActionSend<{ revision: number }>(
    'POST',
    action.id,
    '/reply/publication',
  );
  useClash(problem, `/api/actions/${action.id}`);
  if (reply.hindrances.length > 0) {
    return (
      <Notice title={t('development:reply.cannotPublish')}>
        <ul>
          {reply.hindrances.map((hindrance) => (
            <li key={hindrance}>{t(`development:hindrance.${hindrance}`)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <>
      <ErrorSummary problem={problem} />
      <div>
        <Button kind="primary" pending={pending} onPress={() => send({ revision: reply.revision })}>
          {t('development:reply.publish')}
        </Button>
      </div>
    </>
  );
}

/** Hands a draft that was saved over to a publisher, as it stands. */
export function SendReply({ action, reply }: { action: Action; reply: Reply }) {
  const t = useWords();
  const { send, pending, problem } = useActionSend<object>('PUT', action.id, '/reply');
  useClash(problem, `/api/actions/${action.id}`);
  const { texts, revision } = reply;
  return (
    <>
      <ErrorSummary problem={problem} />
      <Button
        kind="primary"
        pending={pending}
        onPress={() => send({ texts, send: true, revision })}
      >
        {t('development:reply.send')}
      </Button>
    </>
  );
}

function Withdrawal({ action }: { action: Action }) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const { send, pending, problem } = useActionSend<void>('DELETE', action.id, '/reply/publication');
  const confirm = (
    <Button kind="danger" pending={pending} onPress={() => send(undefined, () => setAsking(false))}>
      {t('development:reply.withdraw')}
    </Button>
  );
  return (
    <>
      <div>
        <Button onPress={() => setAsking(true)}>{t('development:reply.withdraw')}</Button>
      </div>
      <Dialog
        title={t('development:reply.withdrawTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={confirm}
        warns
      >
        <ErrorSummary problem={problem} />
        <p>{t('development:reply.withdrawWhat')}</p>
      </Dialog>
    </>
  );
}
