import { type ReactNode, useState } from 'react';
import type { Properties } from '#contract/handbook';
import type { ApiProblem } from '#staff/api-problem.ts';
import { isClash } from '#staff/clash-dialog.tsx';
import panel from '#staff/paths/element-panel.module.css';
import { useWords } from '#staff/words.tsx';
import { type Option, Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEntryEditor } from './entry-editor.tsx';

/** The properties of one kind. */
export type Of<K extends Properties['kind']> = Extract<Properties, { kind: K }>;

/** Fields side by side, and what was refused. */
export function PropertyRow({
  problem,
  children,
}: {
  problem: ApiProblem | null;
  children: ReactNode;
}) {
  return (
    <div>
      <div className={panel.row}>{children}</div>
      {problem && !isClash(problem) && (
        <p className={panel.failed} role="alert">
          {problem.errors[0]?.detail ?? problem.title}
        </p>
      )}
    </div>
  );
}

interface PropertyTextProps {
  name: 'version' | 'source' | 'owner' | 'abbreviation';
  hint?: string;
  value: string;
  maximum: number;
  onStore: (value: string) => void;
}

/** A property that is typed: stored when one leaves its field. */
export function PropertyText({ name, hint, value, maximum, onStore }: PropertyTextProps) {
  const t = useWords();
  const { editable } = useEntryEditor();
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      name={name}
      label={t(`handbook:property.${name}`)}
      hint={hint}
      optional
      maxLength={maximum}
      value={typed}
      onChange={setTyped}
      onBlur={() => typed !== value && onStore(typed)}
      disabled={!editable}
    />
  );
}

/** Where something comes from. */
export const SourceText = ({ value, onStore }: Pick<PropertyTextProps, 'value' | 'onStore'>) => (
  <PropertyText name="source" value={value} maximum={300} onStore={onStore} />
);

interface PropertyChoiceProps<Value extends string> {
  name: 'basis' | 'group';
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A property that is chosen: stored at once. */
export function PropertyChoice<Value extends string>(props: PropertyChoiceProps<Value>) {
  const t = useWords();
  const { editable } = useEntryEditor();
  return <Select {...props} label={t(`handbook:property.${props.name}`)} disabled={!editable} />;
}
