import { useState } from 'react';
import type { LinkChecker, LinkCheckerForm } from '#contract/paths';
import { useGet, useSend } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatMoment } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { Saved } from '#ui/saved.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Select } from '#ui/select.tsx';

const AT = '/api/paths/link-checker';
const DAYS = [2, 3, 5, 7, 10, 14, 21, 30, 45, 60];

/** How the link checker is, and after how many days a link must have been looked at again. */
export function LinkCheckerScreen() {
  const t = useWords();
  const query = useGet<LinkChecker>(AT);
  return (
    <>
      <ScreenHeader title={t('paths:checker.title')} lead={t('paths:checker.lead')} />
      <Loaded query={query}>{(checker) => <Checker checker={checker} />}</Loaded>
    </>
  );
}

function Checker({ checker: { workedAt, outageSince, validDays } }: { checker: LinkChecker }) {
  const t = useWords();
  const language = useLanguage();
  const [days, setDays] = useState(String(validDays));
  const { send, problem, savedAt } = useSend<LinkCheckerForm>('PUT', AT, {
    invalidate: ['/api/paths'],
  });
  const options = [...new Set([...DAYS, validDays])]
    .toSorted((a, b) => a - b)
    .map((count) => ({ value: String(count), label: t('paths:checker.days', { count }) }));
  return (
    <Card title={t('paths:checker.validity')}>
      <p>{t('paths:checker.validityText')}</p>
      <ErrorSummary problem={problem} />
      <Select
        name="validDays"
        label={t('paths:checker.validityLabel')}
        options={options}
        value={days}
        onChange={(value) => {
          setDays(value);
          send({ validDays: Number(value) });
        }}
      />
      <Saved at={savedAt} />
      {outageSince !== null && (
        <Notice kind="warning" title={t('paths:links.outage')}>
          {t('paths:links.outageText', { since: formatMoment(outageSince, language) })}
        </Notice>
      )}
      <p>
        {workedAt === null
          ? t('paths:checker.never')
          : t('paths:checker.worked', { at: formatMoment(workedAt, language) })}
      </p>
    </Card>
  );
}
