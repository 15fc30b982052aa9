import style from './loading.module.css';
import { Spinner } from './spinner.tsx';
import { useWords } from './words.tsx';

/** Says that something is on its way; seen only when it takes longer than a moment. */
export function Loading() {
  const t = useWords();
  return (
    <output className={style.loading} aria-busy="true">
      <Spinner /> {t('common:loading')}
    </output>
  );
}
