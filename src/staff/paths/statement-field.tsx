import type { Survey } from '#contract/surveys';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { type Option, Select } from '#ui/select.tsx';

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
  const { data } = useGet<{ surveys: Survey[] }>('/api/surveys');
  const language = useLanguage();
  const statements = new Map<string, Option>(
    (data?.surveys ?? []).flatMap(({ inUse }) =>
      (inUse?.statements ?? []).map(({ code, text }) => [
        code,
        {
          value: code,
          label: inLanguage(text, language),
          detail: inLanguage(inUse!.texts.name, language),
        },
      ]),
    ),
  );
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
