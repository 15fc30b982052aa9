import { formatDay } from '#ui/format.ts';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './development.module.css';

interface QuoteProps {
  /** Null when the answer has no words. */
  text: string | null;
  day: string;
  recommendation?: number | null;
  where?: string;
}

/** What somebody told, as masked. */
export function Quote({ text, day, recommendation, where }: QuoteProps) {
  const t = useWords();
  const language = useLanguage();
  const given =
    typeof recommendation === 'number' &&
    t('development:sources.recommendation', { value: recommendation });
  return (
    <blockquote className={style.quote}>
      <p>{text ?? t('development:sources.noText')}</p>
      <footer>{[formatDay(day, language), where, given].filter(Boolean).join(' · ')}</footer>
    </blockquote>
  );
}
