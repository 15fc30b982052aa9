import { useState } from 'react';
import type { Retention } from '#contract/retention';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { formatMoment } from '#ui/format.ts';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { ChangeRetention } from './change-retention.tsx';
import style from './retention.module.css';
import { RetentionTable } from './retention-table.tsx';

/** For how long each kind of data is kept, and what goes next and when. */
export function RetentionScreen() {
  const t = useWords();
  const query = useGet<Retention>('/api/retention');
  return (
    <>
      <ScreenHeader title={t('retention:title')} lead={t('retention:lead')} />
      <Loaded query={query}>{(retention) => <Kinds retention={retention} />}</Loaded>
    </>
  );
}

function Kinds({ retention: { last, next, kinds } }: { retention: Retention }) {
  const t = useWords();
  const language = useLanguage();
  const [changed, setChanged] = useState<string | null>(null);
  const row = kinds.find(({ kind }) => kind === changed);
  return (
    <Card>
      <p className={style.times}>
        {t('retention:next', { time: formatMoment(next, language) })}{' '}
        {last ? t('retention:last', { time: formatMoment(last, language) }) : t('retention:never')}
      </p>
      <RetentionTable rows={kinds} onChange={setChanged} />
      {row && (
        <ChangeRetention key={row.kind} row={row} next={next} onClose={() => setChanged(null)} />
      )}
    </Card>
  );
}
