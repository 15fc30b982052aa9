import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from './addresses.ts';
import style from './search-form.module.css';

/** How many characters of what somebody looks for are read. */
export const LONGEST_SEARCH = 200;

/** One line to write in. It is sent as an address, so that it works without script and can be gone back to; no browser is to remember it. */
export function SearchForm({
  id,
  language,
  asked = '',
  small = false,
}: {
  id: string;
  language: Language;
  asked?: string;
  small?: boolean;
}) {
  const t = words(language);
  return (
    <search aria-label={t(small ? 'site:search.inHeader' : 'site:search.title')}>
      <form className={small ? style.small : style.form} action={pageAddress('search', language)}>
        <label htmlFor={id} className={small ? style.unseen : style.label}>
          {t('site:search.label')}
        </label>
        <span className={style.row}>
          <input
            id={id}
            className={style.field}
            type="search"
            name="q"
            defaultValue={asked}
            maxLength={LONGEST_SEARCH}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            dir="auto"
            placeholder={small ? t('site:search.short') : undefined}
          />
          <button className={style.button} type="submit">
            <SearchIcon />
            <span className={small ? style.unseen : undefined}>{t('site:search.button')}</span>
          </button>
        </span>
      </form>
    </search>
  );
}

/** A magnifying glass. */
export function SearchIcon() {
  return (
    <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 6 6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
