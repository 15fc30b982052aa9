import { type Language, words } from '#platform/i18n.ts';
import { dayOf, formatDay } from '#ui/format.ts';

interface ReviewAgeProps {
  /** The day by which the path should have been looked at again. */
  readonly due: string | null;
  readonly language: Language;
  readonly className?: string | undefined;
  readonly today?: string;
}

/** Tells the reader that nobody has looked at the path in time. The path itself stays. */
export function ReviewAge({ due, language, className, today = dayOf() }: ReviewAgeProps) {
  if (due === null || due >= today) return null;
  return (
    <p className={className}>
      {words(language)('site:path.reviewPast', { day: formatDay(due, language) })}
    </p>
  );
}
