import type { PublicFigures } from '#contract/reports';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { formAddress, pageAddress } from '#site/addresses.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { Figures } from './figures.tsx';
import { MonthlyLine } from './monthly-line.tsx';
import style from './results-page.module.css';

/** The units of one service area, by its name. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly units: readonly { readonly name: string; readonly slug: string }[];
}

/** How people find the county's services: its figures, month by month, and the way to each unit. */
export function ResultsPage({
  figures,
  areas,
  outside,
  language,
}: {
  figures: PublicFigures;
  areas: readonly Area[];
  /** The code of the form for those who did not get in. */
  outside: string | undefined;
  language: Language;
}) {
  const t = words(language);
  return (
    <>
      <PageHead title={t('site:results.title')} lead={t('site:results.lead')} language={language} />
      <div className={layout.width}>
        <section className={layout.section}>
          <h2>{inLanguage(figures.node.name, language)}</h2>
          <Figures figures={figures} language={language} />
        </section>
        {figures.line.months.length > 0 && (
          <section className={layout.section}>
            <h2>{t('site:results.months')}</h2>
            <p>{t('site:results.monthsText')}</p>
            <MonthlyLine line={figures.line} language={language} />
          </section>
        )}
        {outside !== undefined && <OutsideSection code={outside} language={language} />}
        <section className={layout.section} id="yksikot">
          <h2>{t('site:results.units')}</h2>
          <p>{areas.length === 0 ? t('site:results.noUnits') : t('site:results.unitsText')}</p>
          <div className={style.areas}>
            {areas.map(({ id, name, domain, units }) => (
              <section key={id}>
                <h3>{name}</h3>
                <p>{domain}</p>
                <ul>
                  {units.map((unit) => (
                    <li key={unit.slug}>
                      <a href={pageAddress('units', language, unit.slug)}>{unit.name}</a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </section>
      </div>
    </>
  );
}

function OutsideSection({ code, language }: { code: string; language: Language }) {
  const t = words(language);
  return (
    <section className={layout.section}>
      <h2>{t('site:results.outside')}</h2>
      <p>{t('site:results.outsideText')}</p>
      <p>
        <a className={layout.quiet} href={formAddress(code, language)}>
          {t('site:results.outsideButton')}
        </a>
      </p>
    </section>
  );
}
