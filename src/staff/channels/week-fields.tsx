import type { NormalHours, Spell } from '#contract/channels';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Select } from '#ui/select.tsx';
import style from './channel-form.module.css';
import { WEEKDAYS } from './hours-state.ts';
import { NoteFields } from './note-fields.tsx';
import { TimeFields } from './time-fields.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface WeekFieldsProps {
  /** The names of its fields begin with this. */
  name: string;
  number: number;
  week: NormalHours;
  onChange: (week: NormalHours) => void;
  onRemove: () => void;
  disabled: boolean;
}

/** The hours of a week, and from when to when that week is valid. */
export function WeekFields({ name, number, week, onChange, onRemove, disabled }: WeekFieldsProps) {
  const t = useWords();
  const change = (changed: Partial<NormalHours>): void => onChange({ ...week, ...changed });
  return (
    <fieldset className={style.block}>
      <legend>{t('channels:hours.week', { number })}</legend>
      <Checkbox
        name={`${name}/always`}
        label={t('channels:hours.always')}
        checked={week.always}
        onChange={(always) => change({ always })}
        disabled={disabled}
      />
      {!week.always && <Spells name={name} week={week} onChange={change} disabled={disabled} />}
      <div className={style.row}>
        {(['validFrom', 'validTo'] as const).map((field) => (
          <DateField
            key={field}
            name={`${name}/${field}`}
            label={t(`channels:hours.${field}`)}
            optional
            value={week[field]}
            onChange={(day) => change({ [field]: day })}
            disabled={disabled}
          />
        ))}
      </div>
      <NoteFields
        name={name}
        note={week.note}
        onChange={(note) => change({ note })}
        disabled={disabled}
      />
      {!disabled && (
        <p className={style.buttons}>
          <Button kind="quiet" icon="remove" small onPress={onRemove}>
            {t('channels:hours.removeWeek', { number })}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

interface SpellsProps {
  name: string;
  week: NormalHours;
  onChange: (changed: Partial<NormalHours>) => void;
  disabled: boolean;
}

function Spells({ name, week: { spells }, onChange, disabled }: SpellsProps) {
  const t = useWords();
  const rows = useRowKeys(spells.length);
  const days = WEEKDAYS.map((day) => ({
    value: String(day),
    label: t(`channels:hours.weekday.${day}`),
  }));
  const change = (index: number, changed: Partial<Spell>): void =>
    onChange({ spells: spells.with(index, { ...spells[index]!, ...changed }) });
  const next = (): Spell => {
    const last = spells.at(-1);
    return {
      from: '8.00',
      to: '16.00',
      ...last,
      day: Math.min(7, (last?.day ?? 0) + 1),
      toDay: null,
    };
  };
  return (
    <>
      {spells.map((spell, index) => (
        <div key={rows.keys[index]} className={style.spell}>
          <Select
            name={`${name}/spells/${index}/day`}
            label={t('channels:hours.day')}
            options={days}
            value={String(spell.day)}
            onChange={(day) => change(index, { day: Number(day) })}
            disabled={disabled}
          />
          <TimeFields
            name={`${name}/spells/${index}`}
            spell={spell}
            onChange={(times) => change(index, times)}
            disabled={disabled}
          />
          <div className={style.ends}>
            <Select
              name={`${name}/spells/${index}/toDay`}
              label={t('channels:hours.toDay')}
              options={[{ value: '', label: t('channels:hours.sameDay') }, ...days]}
              value={spell.toDay === null ? '' : String(spell.toDay)}
              onChange={(day) => change(index, { toDay: day === '' ? null : Number(day) })}
              disabled={disabled}
            />
            {!disabled && (
              <Button
                kind="quiet"
                icon="remove"
                small
                label={t('channels:hours.removeSpell', {
                  spell: `${t(`channels:hours.weekday.${spell.day as 1}`)} ${spell.from}–${spell.to}`,
                })}
                onPress={() => {
                  rows.remove(index);
                  onChange({ spells: spells.toSpliced(index, 1) });
                }}
              >
                {t('channels:hours.remove')}
              </Button>
            )}
          </div>
        </div>
      ))}
      {!disabled && (
        <p className={style.buttons}>
          <Button icon="plus" small onPress={() => onChange({ spells: [...spells, next()] })}>
            {t('channels:hours.addSpell')}
          </Button>
        </p>
      )}
    </>
  );
}
