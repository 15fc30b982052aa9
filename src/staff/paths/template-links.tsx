import { useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';

/** The other ways to begin a path: from a template and from a spreadsheet. */
export function OtherBeginnings() {
  const t = useWords();
  return (
    <>
      <LinkButton href="/staff/paths/begin">{t('paths:template.open')}</LinkButton>
      <LinkButton href="/staff/paths/import">{t('paths:import.title')}</LinkButton>
    </>
  );
}
