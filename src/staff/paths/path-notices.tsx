import { useState } from 'react';
import type { PathNotice } from '#contract/paths';
import { useFocusAfter } from '#staff/use-focus-after.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { formatMoment } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import style from './path-editor.module.css';
import { useReviews, useReviewSend } from './use-reviews.ts';

/** What everybody who opens the path must know: a missed time, an emergency, a time that stands. */
export function PathNotices() {
  const t = useWords();
  const language = useLanguage();
  const { data } = useReviews();
  const [cancelling, setCancelling] = useState(false);
  const cancelled = cancelling && data !== undefined && !data.schedule;
  const place = useFocusAfter(cancelled, '[data-cancelled]');
  if (!data) return null;
  const { schedule, notices, may, unreviewed, status } = data;
  return (
    <div ref={place} className={style.notices}>
      {cancelled && (
        <div tabIndex={-1} data-cancelled="">
          <Notice kind="success">{t('paths:schedule.cancelled')}</Notice>
        </div>
      )}
      {notices.map((notice) => (
        <NoticeOf key={notice.at} notice={notice} />
      ))}
      {unreviewed && (
        <Notice kind="warning" title={t('paths:notice.unreviewed')}>
          <p>
            {t(status === 'draft' ? 'paths:notice.unreviewedDraft' : 'paths:notice.unreviewedText')}
          </p>
          <Link href="?tab=review">{t('paths:review.toReview')}</Link>
        </Notice>
      )}
      {schedule && (
        <Notice
          kind={schedule.holds ? 'info' : 'warning'}
          title={t('paths:schedule.set', { at: formatMoment(schedule.at, language) })}
          action={may.schedule && <CancelSchedule onPress={() => setCancelling(true)} />}
        >
          {schedule.holds ? (
            t('paths:schedule.holds', { name: schedule.by ?? t('paths:review.someone') })
          ) : (
            <>
              {t('paths:schedule.fails')}{' '}
              <Link href="?tab=review">{t('paths:review.toReview')}</Link>
            </>
          )}
        </Notice>
      )}
    </div>
  );
}

function CancelSchedule({ onPress }: { onPress: () => void }) {
  const t = useWords();
  const { send, pending } = useReviewSend('DELETE', '/schedule');
  return (
    <Button
      small
      pending={pending}
      onPress={() => {
        onPress();
        send();
      }}
    >
      {t('paths:schedule.cancel')}
    </Button>
  );
}

function NoticeOf({ notice: { kind, text, faults, by, at } }: { notice: PathNotice }) {
  const t = useWords();
  const language = useLanguage();
  const said = { name: by ?? t('paths:review.someone'), at: formatMoment(at, language) };
  return (
    <Notice kind="warning" title={t(`paths:notice.${kind}`)}>
      <p>{t(`paths:notice.${kind}Text`, said)}</p>
      {text && <blockquote>{text}</blockquote>}
      {faults.length > 0 && (
        <ul>
          {[...new Set(faults.map(({ code }) => code))].map((code) => (
            <li key={code}>{t(`errors:fault.${code}`)}</li>
          ))}
        </ul>
      )}
      <Link href="?tab=review">{t('paths:review.toReview')}</Link>
    </Notice>
  );
}
