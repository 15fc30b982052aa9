import { useState } from 'react';
import type { FeedbackPoint, FeedbackPoints } from '#contract/collection';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { formatDay } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { ClosePointDialog } from './close-point-dialog.tsx';
import style from './collection.module.css';
import { QrCode } from '#ui/qr-code.tsx';

/** Feedback points, each with its short address, its QR code and its poster. */
export function PointList({ ways: { points, surveys } }: { ways: FeedbackPoints }) {
  const [asked, setAsked] = useState<FeedbackPoint>();
  return (
    <>
      <ul className={style.points}>
        {points.map((point) => (
          <li key={point.id} className={style.point}>
            <OnePoint point={point} several={surveys.length > 1} />
            <PointButtons point={point} onClosing={() => setAsked(point)} />
          </li>
        ))}
      </ul>
      {asked && <ClosePointDialog point={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function PointButtons({ point, onClosing }: { point: FeedbackPoint; onClosing: () => void }) {
  const t = useWords();
  const { may } = useSession();
  const { id, code, unit } = point;
  return (
    <div className={style.buttons}>
      {unit && may('collection.closePoint', unit.id) && (
        <Button kind="quiet" label={t('collection:close.named', { code })} onPress={onClosing}>
          {t('collection:close.submit')}
        </Button>
      )}
      <LinkButton
        href={`/staff/points/${id}/poster`}
        icon="print"
        label={t('collection:posterNamed', { code })}
      >
        {t('collection:poster')}
      </LinkButton>
    </div>
  );
}

function OnePoint({ point, several }: { point: FeedbackPoint; several: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const { address, channel, unit, path, survey, created } = point;
  const title = path && inLanguage(path.title, language);
  const what = path?.phase
    ? `${inLanguage(path.phase, language)} (${title})`
    : title && t('collection:ofPath', { path: title });
  const shown = address.replace(/^https?:\/\//, '');
  return (
    <>
      <QrCode
        text={address}
        label={t('collection:posterPage.qr', { address: shown })}
        className={style.smallCode}
      />
      <div className={style.about}>
        <h3>{unit ? inLanguage(unit.name, language) : t('collection:askUnit')}</h3>
        <p>{what ?? t('collection:ofUnit')}</p>
        <p>
          <Link href={address} newTab label={t('collection:openForm', { address: shown })}>
            {shown}
          </Link>
        </p>
        <p className={style.facts}>
          <Tag>{t(`collection:channel.${channel}`)}</Tag>{' '}
          {several && `${inLanguage(survey.name, language)} · `}
          {t('collection:created', { day: formatDay(created, language) })}
        </p>
      </div>
    </>
  );
}
