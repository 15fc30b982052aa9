import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classNames } from './class-names.ts';
import { FieldFault, FieldHead, type FieldProps } from './field.tsx';
import style from './field.module.css';
import { useField } from './form-fields.ts';

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  /** A narrower field, for what is short. */
  short?: boolean;
  /** The language of what is written, when it is not the reader's. */
  lang?: string;
  onBlur?: () => void;
}

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  disabled,
  value,
  onChange,
  type = 'text',
  autoComplete,
  maxLength,
  short,
  lang,
  onBlur,
}: TextFieldProps) {
  const { place, fault } = useField(name, label, value);
  return (
    <AriaTextField
      {...place}
      className={style.field ?? ''}
      name={name}
      value={value}
      onChange={onChange}
      type={type}
      isRequired={!optional}
      isDisabled={disabled ?? false}
      {...(autoComplete && { autoComplete })}
      {...(maxLength && { maxLength })}
      {...(onBlur && { onBlur })}
    >
      <FieldHead label={label} hint={hint} optional={optional ?? false} />
      <Input className={classNames(style.control, short && style.short)} lang={lang} />
      <FieldFault fault={fault} />
    </AriaTextField>
  );
}
