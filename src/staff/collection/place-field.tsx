import type { FeedbackPoints } from '#contract/collection';
import { inLanguage } from '#platform/language.ts';
import { Select } from '#ui/select.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';

type Place = FeedbackPoints['places'][number];

/** The value that stands for no point of a path. */
export const WHOLE_UNIT = '';

/** What a request says of the chosen place. */
export function placeOf(value: string): { path: string; anchor: string } | Record<string, never> {
  const [path, anchor] = value.split(' ');
  return path && anchor ? { path, anchor } : {};
}

/** What is asked about: the whole unit, a path that it offers, or a phase of one. */
export function PlaceField({
  places,
  value,
  onChange,
}: {
  places: readonly Place[];
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  const options = [
    { value: WHOLE_UNIT, label: t('collection:ofUnit') },
    ...places.map(({ path, anchor, title, phase }) => {
      const name = inLanguage(title, language);
      return phase
        ? { value: `${path} ${anchor}`, label: inLanguage(phase, language), detail: name }
        : { value: `${path} ${anchor}`, label: t('collection:ofPath', { path: name }) };
    }),
  ];
  return (
    <Select
      name="anchor"
      label={t('collection:form.place')}
      hint={t('collection:form.placeHint')}
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}
