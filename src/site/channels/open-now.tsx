import type { Opening } from '#modules/channels';
import { type Language, words } from '#platform/i18n.ts';
import { openingSentence } from '#ui/opening-words.ts';
import style from './open-now.module.css';

/** Whether a channel is open now, in words; on paper its hours stand alone. Nothing where they are not known. */
export function OpenNow({ opening, language }: { opening: Opening; language: Language }) {
  const sentence = openingSentence(words(language), language, opening);
  if (sentence === '') return null;
  return (
    <p className={`${style.state} screen-only`} data-state={opening.state}>
      {sentence}
    </p>
  );
}
