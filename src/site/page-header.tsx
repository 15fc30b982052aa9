import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { Mark } from '#ui/mark.tsx';
import { homeAddress, pageAddress } from './addresses.ts';
import type { Surroundings } from './page-frame.tsx';
import style from './page-frame.module.css';

/** The parts of the site that the header leads to. */
const SECTIONS = ['paths', 'results', 'replies'] as const;

/** A part of the site. */
export type Section = (typeof SECTIONS)[number];

/** Each language by its own name, since whoever looks for it reads that one. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
};

/** Whether all is an example, the county's name and mark, the parts of the site, and the languages as peers. */
export function PageHeader({
  surroundings: { county, language },
  section,
  addresses,
}: {
  surroundings: Surroundings;
  section: Section | undefined;
  addresses: Partial<Record<Language, string>>;
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
        <nav aria-label={t('site:frame.languages')} className={style.languages}>
          <ul>
            {county.languages.map((other) => (
              <li key={other}>
                <a
                  href={addresses[other]}
                  lang={other}
                  hrefLang={other}
                  aria-current={other === language ? 'true' : undefined}
                >
                  {LANGUAGE_NAMES[other]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
