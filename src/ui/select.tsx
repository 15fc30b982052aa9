import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classNames } from './class-names.ts';
import { FieldFault, FieldHead, type FieldProps } from './field.tsx';
import field from './field.module.css';
import { useField } from './form-fields.ts';
import { Icon } from './icon.tsx';
import style from './select.module.css';
import { useWords } from './words.tsx';

/** One of the things to choose from. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string | undefined;
}

interface SelectProps<Value extends string> extends FieldProps {
  options: readonly Option<Value>[];
  /** The chosen one; null when none is. */
  value: Value | null;
  onChange: (value: Value) => void;
  /** The label beside instead of above, for a choice that changes what is shown. */
  compact?: boolean;
}

/** One choice out of some; for two to four that should be seen at once take a RadioGroup. */
export function Select<Value extends string>({
  name,
  label,
  hint,
  optional,
  disabled,
  options,
  value,
  onChange,
  compact,
}: SelectProps<Value>) {
  const t = useWords();
  const { place, fault } = useField(name, label, value);
  return (
    <AriaSelect
      {...place}
      className={classNames(field.field, compact && style.compact)}
      name={name}
      value={value}
      onChange={(key) => onChange(key as Value)}
      isRequired={!optional}
      isDisabled={disabled ?? false}
      placeholder={t('common:choose')}
    >
      <FieldHead label={label} hint={hint} optional={optional ?? false} />
      <Button className={classNames(field.control, style.button)}>
        <SelectValue className={style.value ?? ''} />
        <Icon name="chevron-down" size={16} />
      </Button>
      <FieldFault fault={fault} />
      <Popover className={style.popover ?? ''}>
        <ListBox items={options} className={style.list ?? ''}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={style.option ?? ''}>
              <Choice label={option.label} detail={option.detail} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Choice({ label, detail }: { label: string; detail: string | undefined }) {
  return (
    <>
      <span>{label}</span>
      {detail && <span className={style.detail}>{detail}</span>}
    </>
  );
}
