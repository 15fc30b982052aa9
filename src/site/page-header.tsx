import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { EASY_VARIANTS, type EasyVariant, type Variant } from '#platform/language.ts';
import { Mark } from '#ui/mark.tsx';
import { homeAddress, pageAddress } from './addresses.ts';
import type { Surroundings } from './page-frame.tsx';
import style from './page-frame.module.css';
import { SearchForm, SearchIcon } from './search-form.tsx';

/** The parts of the site that the header leads to. */
const SECTIONS = ['paths', 'results', 'replies'] as const;

/** A part of the site. */
export type Section = (typeof SECTIONS)[number] | 'search';

/** Each language by its own name, since whoever looks for it reads that one. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
};

/** Easy language by the name that its readers know it by. */
const EASY_NAMES: Readonly<Record<EasyVariant, string>> = {
  'fi-simple': 'Selkosuomi',
  'sv-simple': 'Lätt svenska',
  'en-simple': 'Easy English',
};

/** The languages and easy languages by the names that their readers know them by. */
export const VARIANT_NAMES: Readonly<Record<Variant, string>> = {
  ...LANGUAGE_NAMES,
  ...EASY_NAMES,
};

/** Whether all is an example, the county's name and mark, the parts of the site, and the languages as peers. */
export function PageHeader({
  surroundings: { county, language },
  section,
  addresses,
  easy,
  variant,
  search = true,
}: {
  surroundings: Surroundings;
  section: Section | undefined;
  addresses: Partial<Record<Language, string>>;
  easy?: Partial<Record<EasyVariant, string>> | undefined;
  variant: Variant;
  search?: boolean;
}) {
  const t = words(language);
  return (
    <header className={style.header}>
      {county.example && (
        <p className={style.notice}>
          <span className={style.width}>
            {t('site:frame.example', { county: inLanguage(county.name, language) })}
          </span>
        </p>
      )}
      <div className={style.bar}>
        <a className={style.county} href={homeAddress(language)}>
          <Mark />
          <span>{inLanguage(county.name, language)}</span>
        </a>
        <nav aria-label={t('site:frame.navigation')} className={style.navigation}>
          <ul>
            <li className={style.search}>
              <a
                href={pageAddress('search', language)}
                aria-current={section === 'search' ? 'true' : undefined}
              >
                <SearchIcon />
                {t('site:frame.search')}
              </a>
            </li>
            {SECTIONS.map((name) => (
              <li key={name}>
                <a
                  href={pageAddress(name, language)}
                  aria-current={name === section ? 'true' : undefined}
                >
                  {t(`site:frame.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {search && (
          <div className={style.quick}>
            <SearchForm id="pikahaku" language={language} small />
          </div>
        )}
        <nav aria-label={t('site:frame.languages')} className={style.languages}>
          <ul>
            {county.languages.map((other) => (
              <li key={other}>
                <a
                  href={addresses[other]}
                  lang={other}
                  hrefLang={other}
                  aria-current={other === variant ? 'true' : undefined}
                >
                  {LANGUAGE_NAMES[other]}
                </a>
              </li>
            ))}
            {EASY_VARIANTS.filter((other) => easy?.[other] !== undefined).map((other) => (
              <li key={other}>
                <a
                  href={easy?.[other]}
                  lang={other}
                  hrefLang={other}
                  aria-current={other === variant ? 'true' : undefined}
                >
                  {EASY_NAMES[other]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
