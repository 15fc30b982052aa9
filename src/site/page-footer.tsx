import { inLanguage, words } from '#platform/i18n.ts';
import { pageAddress } from './addresses.ts';
import type { Surroundings } from './page-frame.tsx';
import style from './page-frame.module.css';

/** Where to get help at once, on every page in the same place, and what the site tells of itself. */
export function PageFooter({ surroundings: { county, language } }: { surroundings: Surroundings }) {
  const t = words(language);
  return (
    <footer className={style.footer}>
      <div className={style.columns}>
        <section aria-labelledby="apua">
          <h2 id="apua">{t('site:footer.help')}</h2>
          <ul className={style.numbers}>
            <li>
              <a href="tel:112">
                <strong>112</strong> {t('site:footer.emergency')}
              </a>
              <span>{t('site:footer.emergencyWhen')}</span>
            </li>
            <li>
              <a href="tel:116117">
                <strong>116117</strong> {t('site:footer.helpline')}
              </a>
              <span>{t('site:footer.helplineWhen')}</span>
            </li>
          </ul>
        </section>
        <section aria-labelledby="palvelusta">
          <h2 id="palvelusta">{inLanguage(county.name, language)}</h2>
          <ul>
            <li>
              <a href={pageAddress('list', language)}>{t('site:list.title')}</a>
            </li>
            <li>
              <a href={pageAddress('promises', language)}>{t('site:promises.title')}</a>
            </li>
            <li>
              <a href={pageAddress('words', language)}>{t('site:words.title')}</a>
            </li>
            <li>
              <a href={pageAddress('accessibility', language)}>{t('site:footer.accessibility')}</a>
            </li>
            <li>
              <a href={pageAddress('privacy', language)}>{t('site:footer.privacy')}</a>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  );
}
