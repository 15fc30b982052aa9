import { useWords } from '#staff/words.tsx';
import { Select } from '#ui/select.tsx';
import { useStatements } from './use-statements.ts';

const NONE = '-';

interface StatementFieldProps {
  name: string;
  label: string;
  disabled: boolean;
  /** The code of the statement; empty when there is none. */
  value: string;
  store: (code: string) => void;
}

/** Which statement of the surveys in use measures a part: chosen by its words, kept by its code. */
export function StatementField({ value, store, ...given }: StatementFieldProps) {
  const t = useWords();
  const statements = useStatements();
  if (value !== '' && !statements.has(value)) statements.set(value, { value, label: value });
  return (
    <Select
      {...given}
      optional
      options={[{ value: NONE, label: t('paths:property.noStatement') }, ...statements.values()]}
      value={value === '' ? NONE : value}
      onChange={(code) => store(code === NONE ? '' : code)}
    />
  );
}
