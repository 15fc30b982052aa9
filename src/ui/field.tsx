import type { ReactNode } from 'react';
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import style from './field.module.css';
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

/** What the server says of the field, if it refused it. */
export const FieldFault = () => <AriaFieldError className={style.error ?? ''} />;
