import { parseDate } from '@internationalized/date';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Popover } from 'react-aria-components/Popover';
import { classNames } from './class-names.ts';
import style from './date-field.module.css';
import { FieldFault, FieldHead, type FieldProps } from './field.tsx';
import field from './field.module.css';
import { useField } from './form-fields.ts';
import { Icon } from './icon.tsx';

interface DateFieldProps extends FieldProps {
  /** A day as `YYYY-MM-DD`; null when none is given. */
  value: string | null;
  onChange: (day: string | null) => void;
  /** The first and the last day that may be chosen, `YYYY-MM-DD`. */
  earliest?: string;
  latest?: string;
}

/** A plain day, typed or chosen from a calendar, shown as the reader writes days (`3.11.2026`). */
export function DateField({
  name,
  label,
  hint,
  optional,
  disabled,
  value,
  onChange,
  earliest,
  latest,
}: DateFieldProps) {
  const { place, fault } = useField(name, label, value);
  return (
    <DatePicker
      {...place}
      className={field.field ?? ''}
      name={name}
      granularity="day"
      value={value ? parseDate(value) : null}
      onChange={(date) => onChange(date?.toString() ?? null)}
      isRequired={!optional}
      isDisabled={disabled ?? false}
      {...(earliest && { minValue: parseDate(earliest) })}
      {...(latest && { maxValue: parseDate(latest) })}
    >
      <FieldHead label={label} hint={hint} optional={optional ?? false} />
      <Group className={classNames(field.control, style.group)}>
        <DateInput className={style.input ?? ''}>
          {(segment) => <DateSegment segment={segment} className={style.segment ?? ''} />}
        </DateInput>
        <Button className={style.open ?? ''}>
          <Icon name="calendar" size={18} />
        </Button>
      </Group>
      <FieldFault fault={fault} />
      <Popover className={style.popover ?? ''}>
        <Dialog className={style.dialog ?? ''}>
          <Calendar>
            <header className={style.head}>
              <Button slot="previous" className={style.turn ?? ''}>
                <Icon name="chevron-left" size={16} />
              </Button>
              <CalendarHeading className={style.month ?? ''} />
              <Button slot="next" className={style.turn ?? ''}>
                <Icon name="chevron-right" size={16} />
              </Button>
            </header>
            <CalendarGrid className={style.grid ?? ''}>
              {(date) => <CalendarCell date={date} className={style.day ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
