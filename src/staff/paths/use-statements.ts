import type { Survey } from '#contract/surveys';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { useLanguage } from '#staff/words.tsx';
import type { Option } from '#ui/select.tsx';

/** The statements of the surveys in use by their codes, in words. */
export function useStatements(): Map<string, Option> {
  const { data } = useGet<{ surveys: Survey[] }>('/api/surveys');
  const language = useLanguage();
  return new Map(
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
}
