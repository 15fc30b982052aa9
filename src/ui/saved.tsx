import { formatTime } from './format.ts';
import { Icon } from './icon.tsx';
import style from './saved.module.css';
import { useLanguage, useWords } from './words.tsx';

/** "Tallennettu klo 9.12": stands beside a save button from the start, so that it is read aloud when it fills. */
export function Saved({ at }: { at: Date | null | undefined }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <output className={style.saved}>
      {at && (
        <>
          <Icon name="check" size={14} />
          {t('common:saved', { time: formatTime(at, language) })}
        </>
      )}
    </output>
  );
}
