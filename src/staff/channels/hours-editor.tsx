import { useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { dayOf } from '#ui/format.ts';
import style from './channel-form.module.css';
import { ExceptionFields } from './exception-fields.tsx';
import { type Block, type Hours, newException, newWeek } from './hours-state.ts';
import { useRowKeys } from './use-row-keys.ts';
import { WeekFields } from './week-fields.tsx';

interface HoursEditorProps {
  hours: Hours;
  onChange: (hours: Hours) => void;
  disabled: boolean;
}

/** When a channel is open: weeks, each with as many times as it needs, and days that are not as usual. */
export function HoursEditor({ hours, onChange, disabled }: HoursEditorProps) {
  const t = useWords();
  const [stood] = useState(hours.length);
  const rows = useRowKeys(hours.length);
  const add = (block: Block): void => onChange([...hours, block]);
  const remove = (index: number): void => {
    rows.remove(index);
    onChange(hours.toSpliced(index, 1));
  };
  const numbered = hours.map(
    ({ kind }, index) => hours.slice(0, index + 1).filter((block) => block.kind === kind).length,
  );
  return (
    <fieldset className={style.field}>
      <legend>{t('channels:hours.title')}</legend>
      <p className={style.hint}>{t('channels:hours.hint')}</p>
      {hours.length === 0 && <p>{t('channels:hours.none')}</p>}
      {hours.map((block, index) => {
        const common = {
          name: `hours/${index}`,
          number: numbered[index]!,
          disabled,
          onRemove: () => remove(index),
        };
        const change = (changed: Block): void => onChange(hours.with(index, changed));
        return block.kind === 'normal' ? (
          <WeekFields {...common} key={rows.keys[index]} week={block} onChange={change} />
        ) : (
          <ExceptionFields
            {...common}
            key={rows.keys[index]}
            exception={block}
            fresh={index >= stood}
            onChange={change}
          />
        );
      })}
      {!disabled && (
        <p className={style.buttons}>
          <Button icon="plus" small onPress={() => add(newWeek())}>
            {t('channels:hours.addWeek')}
          </Button>
          <Button icon="plus" small onPress={() => add(newException(dayOf()))}>
            {t('channels:hours.addException')}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
