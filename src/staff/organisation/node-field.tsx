import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import type { Node } from '#contract/organisation';
import { classNames } from '#ui/class-names.ts';
import { FieldFault, FieldHead, type FieldProps } from '#ui/field.tsx';
import field from '#ui/field.module.css';
import { useField } from '#ui/form-fields.ts';
import { Icon } from '#ui/icon.tsx';
import { hasWords, useNodeChoices } from './node-choices.ts';
import style from './node-field.module.css';
import { NodeList } from './node-list.tsx';

interface NodeFieldProps extends FieldProps {
  /** The nodes to choose from. */
  nodes: readonly Node[];
  value: string | null;
  onChange: (node: string | null) => void;
}

/** One node of the tree, found by writing a part of its name. */
export function NodeField({
  name,
  label,
  hint,
  optional,
  disabled,
  nodes,
  value,
  onChange,
}: NodeFieldProps) {
  const choices = useNodeChoices(nodes);
  const chosen = choices.find(({ id }) => id === value)?.name ?? '';
  const [written, setWritten] = useState('');
  const { place, fault } = useField(name, label, value);
  return (
    <ComboBox
      {...place}
      name={name}
      className={field.field ?? ''}
      defaultItems={choices}
      defaultFilter={hasWords}
      onInputChange={setWritten}
      value={value}
      onChange={(id) => onChange(id === null ? null : String(id))}
      isRequired={!optional}
      isDisabled={disabled ?? false}
      allowsEmptyCollection
    >
      <FieldHead label={label} hint={hint} optional={optional ?? false} />
      <div className={style.control}>
        <Input className={classNames(field.control, style.input)} />
        <Button className={style.open ?? ''}>
          <Icon name="chevron-down" size={16} />
        </Button>
      </div>
      <FieldFault fault={fault} />
      <NodeList searching={written !== '' && written !== chosen} />
    </ComboBox>
  );
}
