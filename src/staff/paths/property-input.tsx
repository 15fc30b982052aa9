import { useState } from 'react';
import type { DraftElement, Input } from '#contract/paths';
import type { ApiProblem } from '#staff/api-problem.ts';
import { useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { StatementField } from './statement-field.tsx';
import { useProperties } from './use-properties.ts';

interface InputProps {
  element: DraftElement;
  input: Input;
}

/** One property: a choice, a yes or no, a day, a number or a line. */
export function PropertyInput({ element, input }: InputProps) {
  const { send, problem } = useProperties(element);
  const value = (element.properties as Record<string, unknown>)[input.name];
  return (
    <div className={style.cell} data-place={`${element.anchor}/${input.name}`}>
      <Field
        input={input}
        value={value}
        store={(next) => next !== value && send({ [input.name]: next })}
      />
      <Trouble problem={problem} />
    </div>
  );
}

/** Why a property was not stored. */
export function Trouble({ problem }: { problem: ApiProblem | null }) {
  if (!problem) return null;
  return (
    <p className={style.failed} role="alert">
      {problem.errors[0]?.detail ?? problem.title}
    </p>
  );
}

interface FieldProps {
  input: Input;
  value: unknown;
  store: (value: unknown) => void;
}

function Field({ input, value, store }: FieldProps) {
  const t = useWords();
  const { editable } = useEditor();
  const given = {
    name: input.name,
    label: t(`paths:property.${input.name as 'timing'}`),
    disabled: !editable,
  };
  switch (input.as) {
    case 'choice':
      return (
        <Select
          {...given}
          options={input.options.map((option) => ({
            value: option,
            label: t(`paths:option.${input.name as 'timing'}.${option as 'before'}`),
          }))}
          value={String(value)}
          onChange={store}
        />
      );
    case 'flag':
      return <Checkbox {...given} checked={value === true} onChange={store} />;
    case 'day':
      return <DateField {...given} optional value={value as string | null} onChange={store} />;
    default:
      if (input.name === 'statement')
        return <StatementField {...given} value={String(value)} store={store} />;
      return <Line {...given} input={input} value={value} store={store} />;
  }
}

function Line({
  input,
  value,
  store,
  ...given
}: FieldProps & { name: string; label: string; disabled: boolean }) {
  const t = useWords();
  const [written, setWritten] = useState(String(value ?? ''));
  const number = input.as === 'number';
  const next = (): unknown => {
    if (!number) return written.trim();
    return written.trim() === '' ? null : Number(written.replace(',', '.').replace('−', '-'));
  };
  return (
    <TextField
      {...given}
      optional={!number || input.optional}
      short={number}
      hint={input.name === 'onlyDigitalReason' ? t('paths:property.onlyDigitalHint') : undefined}
      {...(input.as === 'line' && { maxLength: input.maximum })}
      value={written}
      onChange={setWritten}
      onBlur={() => store(next())}
    />
  );
}
