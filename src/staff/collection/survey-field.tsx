import type { FeedbackPoints } from '#contract/collection';
import { inLanguage } from '#platform/language.ts';
import { Select } from '#ui/select.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';

/** The survey that the unit's newest own point asks, else the county's usual one. */
export const usualSurvey = ({ points, surveys }: FeedbackPoints): string =>
  (points.findLast(({ unit, path }) => unit && !path) ?? { survey: surveys[0] }).survey?.id ?? '';

/** What is asked, where the county has several surveys. */
export function SurveyField({
  surveys,
  value,
  onChange,
}: {
  surveys: FeedbackPoints['surveys'];
  value: string;
  onChange: (survey: string) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  if (surveys.length < 2) return null;
  return (
    <Select
      name="survey"
      label={t('collection:form.survey')}
      hint={t('collection:form.surveyHint')}
      options={surveys.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
      value={value}
      onChange={onChange}
    />
  );
}
