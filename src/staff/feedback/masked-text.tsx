import { Fragment } from 'react';
import { MASK } from '#contract/feedback';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useWords } from '#ui/words.tsx';
import style from './feedback.module.css';

/** What somebody wrote; a bar stands where an identifier was. */
export function MaskedText({ text, lang }: { text: string; lang?: string }) {
  const t = useWords();
  return (
    <p lang={lang}>
      {text.split(MASK).map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a text never changes, so the order of its parts names them
        <Fragment key={index}>
          {index > 0 && (
            <span className={style.mask}>
              <VisuallyHidden>[{t('feedback:masked')}]</VisuallyHidden>
            </span>
          )}
          {part}
        </Fragment>
      ))}
    </p>
  );
}
