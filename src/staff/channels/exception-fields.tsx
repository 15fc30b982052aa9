import type { ExceptionalHours } from '#contract/channels';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { openingLines } from '#ui/opening-words.ts';
import style from './channel-form.module.css';
import { timeShown } from './hours-state.ts';
import { NoteFields } from './note-fields.tsx';
import { TimeFields } from './time-fields.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface ExceptionFieldsProps {
  /** The names of its fields begin with this. */
  name: string;
  number: number;
  exception: ExceptionalHours;
  onChange: (exception: ExceptionalHours) => void;
  onRemove: () => void;
  /** Whether it has just been added, and is open to be written. */
  fresh: boolean;
  disabled: boolean;
}

/** Days that are not as usual: closed, or open at other hours. */
export function ExceptionFields(props: ExceptionFieldsProps) {
  const { name, number, exception, onChange, onRemove, fresh, disabled } = props;
  const t = useWords();
  const language = useLanguage();
  const [line] = openingLines(t, language, [lineOf(exception)]);
  const { validFrom, validTo, spells } = exception;
  const rows = useRowKeys(spells.length);
  const change = (changed: Partial<ExceptionalHours>): void =>
    onChange({ ...exception, ...changed });
  return (
    <details className={style.block} open={fresh}>
      <summary>
        {t('channels:hours.exception', { number })}: {line}
      </summary>
      <div className={style.row}>
        <DateField
          name={`${name}/validFrom`}
          label={t('channels:hours.firstDay')}
          value={validFrom}
          onChange={(day) =>
            day && change({ validFrom: day, validTo: validTo < day ? day : validTo })
          }
          disabled={disabled}
        />
        <DateField
          name={`${name}/validTo`}
          label={t('channels:hours.lastDay')}
          value={validTo}
          earliest={validFrom}
          onChange={(day) => day && change({ validTo: day })}
          disabled={disabled}
        />
      </div>
      <Checkbox
        name={`${name}/closed`}
        label={t('channels:hours.closedThen')}
        checked={spells.length === 0}
        onChange={(closed) => change({ spells: closed ? [] : [{ from: '9.00', to: '12.00' }] })}
        disabled={disabled}
      />
      {spells.map((spell, index) => (
        <div key={rows.keys[index]} className={style.spell}>
          <TimeFields
            name={`${name}/spells/${index}`}
            spell={spell}
            onChange={(times) => change({ spells: spells.with(index, { ...spell, ...times }) })}
            disabled={disabled}
          />
          {!disabled && spells.length > 1 && (
            <Button
              kind="quiet"
              icon="remove"
              small
              label={t('channels:hours.removeSpell', { spell: `${spell.from}–${spell.to}` })}
              onPress={() => {
                rows.remove(index);
                change({ spells: spells.toSpliced(index, 1) });
              }}
            >
              {t('channels:hours.remove')}
            </Button>
          )}
        </div>
      ))}
      <NoteFields
        name={name}
        note={exception.note}
        onChange={(note) => change({ note })}
        disabled={disabled}
      />
      {!disabled && (
        <p className={style.buttons}>
          {spells.length > 0 && (
            <Button
              icon="plus"
              small
              onPress={() => change({ spells: [...spells, { from: '13.00', to: '16.00' }] })}
            >
              {t('channels:hours.addSpell')}
            </Button>
          )}
          <Button kind="quiet" icon="remove" small onPress={onRemove}>
            {t('channels:hours.removeException', { number })}
          </Button>
        </p>
      )}
    </details>
  );
}

const lineOf = ({ validFrom, validTo, spells, note }: ExceptionalHours) => ({
  days: null,
  always: false,
  spells: spells.map(({ from, to }) => ({ from: timeShown(from), to: timeShown(to), toDay: null })),
  validFrom,
  validTo,
  exceptional: true,
  note,
});
