import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { formatTime } from '#ui/format.ts';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import style from './path-editor.module.css';
import { useTypedTexts } from './typed-texts.ts';

/**
 * Whether everything that was typed is stored: "Tallennettu klo 9.12". It is read aloud when that changes, so at most
 * once a minute however often something is stored.
 */
export function SaveState() {
  const t = useWords();
  const { edits, texts } = useTypedTexts();
  const states = [...edits.values()].map(({ state }) => state);
  const failed = states.some((state) => state === 'failed' || state === 'clash');
  const saving = !failed && states.includes('saving');
  return (
    <>
      <output className={failed ? style.unsaved : style.saved}>
        {failed ? t('paths:text.unsaved') : <LastSaved hidden={saving} />}
      </output>
      {states.includes('failed') && (
        <Button small onPress={() => void texts.retry()}>
          {t('paths:text.retry')}
        </Button>
      )}
      {saving && <span className={style.saving}>{t('paths:text.saving')}</span>}
    </>
  );
}

/** Stays for those who hear it while something is on its way, so that it is not told anew. */
function LastSaved({ hidden }: { hidden: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const { savedAt } = useTypedTexts();
  if (!savedAt) return null;
  const said = t('common:saved', { time: formatTime(savedAt, language) });
  if (hidden) return <VisuallyHidden>{said}</VisuallyHidden>;
  return (
    <>
      <Icon name="check" size={14} />
      <span>{said}</span>
    </>
  );
}
