import { useState } from 'react';
import type { Threshold } from '#contract/handbook';
import panel from '#staff/paths/element-panel.module.css';
import { useFocusAfter } from '#staff/use-focus-after.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { limitWords } from '#ui/limit-words.ts';
import { useEntryEditor } from './entry-editor.tsx';
import style from './handbook.module.css';
import { ThresholdDialog } from './threshold-dialog.tsx';

interface ThresholdFieldsProps {
  thresholds: readonly Threshold[];
  onChange: (thresholds: Threshold[], onDone: () => void) => void;
}

/** When a promise is kept, limit by limit; a new one is stored only whole. */
export function ThresholdFields({ thresholds, onChange }: ThresholdFieldsProps) {
  const t = useWords();
  const { editable } = useEntryEditor();
  /** The place of the limit that is being written; one after the last is new. */
  const [writing, setWriting] = useState<number | null>(null);
  const done = (): void => setWriting(null);
  // The button that took a limit away went with it.
  const place = useFocusAfter<HTMLFieldSetElement>(`${thresholds.length}`, ':scope > button');
  return (
    <fieldset ref={place} className={panel.field}>
      <legend>{t('handbook:threshold.title')}</legend>
      <p className={panel.hint}>{t('handbook:threshold.text')}</p>
      <ul className={style.limits}>
        {thresholds.map((threshold, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a limit has no name of its own
          <li key={index} className={style.limit}>
            <Limit threshold={threshold} />
            {editable && (
              <span className={style.limitActions}>
                <Button small onPress={() => setWriting(index)}>
                  {t('handbook:threshold.change')}
                </Button>
                <Button small onPress={() => onChange(thresholds.toSpliced(index, 1), done)}>
                  {t('handbook:threshold.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {editable && (
        <Button small icon="plus" onPress={() => setWriting(thresholds.length)}>
          {t('handbook:threshold.add')}
        </Button>
      )}
      {writing !== null && (
        <ThresholdDialog thresholds={thresholds} place={writing} onClose={done} />
      )}
    </fieldset>
  );
}

function Limit({ threshold }: { threshold: Threshold }) {
  const { sentence, detail } = limitWords(useWords(), useLanguage(), threshold);
  return (
    <>
      <p>{sentence}</p>
      <p className={style.soft}>{detail}</p>
    </>
  );
}
