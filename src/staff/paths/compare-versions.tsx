import { useState } from 'react';
import type { PathDifference, PathVersion } from '#contract/paths';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
import { Select } from '#ui/select.tsx';
import { Difference } from './difference.tsx';
import { useEditor } from './editor.tsx';
import style from './path-editor.module.css';

/** What differs between any two versions, as text. */
export function CompareVersions({ versions }: { versions: readonly PathVersion[] }) {
  const t = useWords();
  const { at } = useEditor();
  const latest = versions[0]!.number;
  const earlier = versions.find(
    ({ status, number }) => status === 'published' && number !== latest,
  );
  const [from, setFrom] = useState(String((earlier ?? versions[1]!).number));
  const [to, setTo] = useState(String(latest));
  const query = useGet<PathDifference>(
    from === to ? null : `${at}/difference?from=${from}&to=${to}`,
  );
  const options = versions.map(({ number, status }) => ({
    value: String(number),
    label: t('paths:versions.number', { number }),
    detail: t(`paths:versions.status.${status}`),
  }));
  return (
    <Card title={t('paths:versions.compare')}>
      <div className={style.sides}>
        <Select
          name="from"
          label={t('paths:versions.from')}
          options={options}
          value={from}
          onChange={setFrom}
        />
        <Select
          name="to"
          label={t('paths:versions.to')}
          options={options}
          value={to}
          onChange={setTo}
        />
      </div>
      {from === to ? (
        <p>{t('paths:versions.same')}</p>
      ) : (
        <Loaded query={query}>{(difference) => <Difference difference={difference} />}</Loaded>
      )}
    </Card>
  );
}
