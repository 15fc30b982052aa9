import type { ReactNode } from 'react';
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { classNames } from './class-names.ts';
import style from './field.module.css';
import type { Fault } from './form-fields.ts';
import { useWords } from './words.tsx';

/** What every field takes. */
export interface FieldProps {
  /** Where its value stands in the JSON that is sent, such as `name/fi`: the server's faults find the field by it. */
  name: string;
  label: string;
  /** A line of help under the label. */
  hint?: ReactNode;
  /** Fields must be filled unless they say this. */
  optional?: boolean;
  disabled?: boolean;
}

/** The label and the line of help of a field. */
export function FieldHead({
  label,
  hint,
  optional,
}: Pick<FieldProps, 'label' | 'hint' | 'optional'>) {
  const t = useWords();
  return (
    <>
      <Label className={style.label ?? ''}>
        {label}
        {optional && <span className={style.optional}> ({t('common:optional')})</span>}
      </Label>
      {hint && (
        <Text slot="description" className={style.hint}>
          {hint}
        </Text>
      )}
    </>
  );
}

/** What the server says of the field, if it refused it; else what the field itself finds, such as a day out of its range. */
export function FieldFault({ fault }: { fault: Fault | undefined }) {
  return (
    <>
      <AriaFieldError className={style.error ?? ''}>
        {fault?.stands ? fault.text : undefined}
      </AriaFieldError>
      {fault && !fault.stands && (
        <span className={classNames(style.error, style.kept)} aria-hidden="true">
          {fault.text}
        </span>
      )}
    </>
  );
}
