import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Text } from 'react-aria-components/Text';
import { FieldFault, type FieldProps } from './field.tsx';
import field from './field.module.css';
import { useField } from './form-fields.ts';
import style from './checkbox.module.css';

interface CheckboxProps extends Omit<FieldProps, 'optional'> {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function Checkbox({ name, label, hint, disabled, checked, onChange }: CheckboxProps) {
  const { place, fault } = useField(name, label, checked);
  return (
    <CheckboxField
      {...place}
      className={style.field ?? ''}
      name={name}
      isSelected={checked}
      onChange={onChange}
      isDisabled={disabled ?? false}
    >
      <CheckboxButton className={style.choice ?? ''}>
        <span className={style.box} aria-hidden="true" />
        {label}
      </CheckboxButton>
      {hint && (
        <Text slot="description" className={`${field.hint} ${style.hint}`}>
          {hint}
        </Text>
      )}
      <FieldFault fault={fault} />
    </CheckboxField>
  );
}
