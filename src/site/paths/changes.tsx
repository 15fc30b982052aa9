import type { PublicNote } from '#modules/paths';
import { words } from '#platform/i18n.ts';
import type { Language } from '#platform/language.ts';
import { dayOf } from '#platform/time.ts';
import { formatDay } from '#ui/format.ts';
import style from './path-page.module.css';

/** What changed and when, as the publishers told the public. */
export function Changes({ notes, language }: { notes: readonly PublicNote[]; language: Language }) {
  const t = words(language);
  if (notes.length === 0) return null;
  return (
    <section className={style.changes}>
      <h2>{t('site:path.changes')}</h2>
      <dl>
        {notes.map(({ at, text }) => (
          <div key={at.toISOString()}>
            <dt>
              <time dateTime={dayOf(at)}>{formatDay(dayOf(at), language)}</time>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
