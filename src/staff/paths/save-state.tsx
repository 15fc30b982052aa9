import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Saved } from '#ui/saved.tsx';
import style from './path-editor.module.css';
import { useTypedTexts } from './typed-texts.ts';

/** Whether everything that was typed is stored: "Tallennettu klo 9.12". */
export function SaveState() {
  const t = useWords();
  const { edits, texts, savedAt } = useTypedTexts();
  const states = [...edits.values()].map(({ state }) => state);
  const failed = states.some((state) => state === 'failed' || state === 'clash');
  return (
    <>
      {failed && <output className={style.unsaved}>{t('paths:text.unsaved')}</output>}
      {states.includes('failed') && (
        <Button small onPress={() => void texts.retry()}>
          {t('paths:text.retry')}
        </Button>
      )}
      {!failed && states.includes('saving') ? (
        <span className={style.saving}>{t('paths:text.saving')}</span>
      ) : (
        <Saved at={failed ? null : savedAt} />
      )}
    </>
  );
}
