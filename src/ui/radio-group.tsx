import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
} from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { classNames } from './class-names.ts';
import { FieldFault, FieldHead, type FieldProps } from './field.tsx';
import field from './field.module.css';
import { useField } from './form-fields.ts';
import style from './radio-group.module.css';
import type { Option } from './select.tsx';

interface RadioGroupProps<Value extends string> extends FieldProps {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** The options in a row. */
  inline?: boolean;
}

/** One choice out of a few that are all seen. */
export function RadioGroup<Value extends string>({
  name,
  label,
  hint,
  optional,
  disabled,
  options,
  value,
  onChange,
  inline,
}: RadioGroupProps<Value>) {
  const { place, fault } = useField(name, label, value);
  return (
    <AriaRadioGroup
      {...place}
      className={field.field ?? ''}
      name={name}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      isRequired={!optional}
      isDisabled={disabled ?? false}
    >
      <FieldHead label={label} hint={hint} optional={optional ?? false} />
      <div className={classNames(style.options, inline && style.inline)}>
        {options.map((option) => (
          <RadioField key={option.value} value={option.value}>
            <RadioButton className={style.choice ?? ''}>
              <span className={style.ring} aria-hidden="true" />
              {option.label}
            </RadioButton>
            {option.detail && (
              <Text slot="description" className={classNames(field.hint, style.detail)}>
                {option.detail}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
      <FieldFault fault={fault} />
    </AriaRadioGroup>
  );
}
