import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { FieldFault, FieldHead, type FieldProps } from './field.tsx';
import style from './field.module.css';
import { useField } from './form-fields.ts';

interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Lines that show at first; the field grows with its text. */
  rows?: number;
  maxLength?: number;
  /** The language of what is written, when it is not the reader's. */
  lang?: string;
  onBlur?: () => void;
}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  disabled,
  value,
  onChange,
  rows = 4,
  maxLength,
  lang,
  onBlur,
}: TextAreaProps) {
  const { place, fault } = useField(name, label, value);
  return (
    <AriaTextField
      {...place}
      className={style.field ?? ''}
      name={name}
      value={value}
      onChange={onChange}
      isRequired={!optional}
      isDisabled={disabled ?? false}
      {...(maxLength && { maxLength })}
      {...(onBlur && { onBlur })}
    >
      <FieldHead label={label} hint={hint} optional={optional ?? false} />
      <AriaTextArea
        className={style.control ?? ''}
        rows={rows}
        lang={lang}
        style={{ minHeight: `calc(${rows * 1.5}em + 16px)` }}
      />
      <FieldFault fault={fault} />
    </AriaTextField>
  );
}
