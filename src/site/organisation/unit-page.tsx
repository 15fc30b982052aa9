import type { PublicFigures } from '#contract/reports';
import type { ReplyView } from '#modules/development';
import { type Language, words } from '#platform/i18n.ts';
import { formAddress, pageAddress } from '#site/addresses.ts';
import { UnitReplies } from '#site/development/unit-replies.tsx';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { Figures } from '#site/reports/figures.tsx';

/** What a unit's page shows. */
export interface UnitPageProps {
  readonly name: string;
  /** The names of the nodes above the unit, from below the county down. */
  readonly above: readonly string[];
  readonly figures: PublicFigures;
  readonly replies: readonly ReplyView[];
  /** The code of the unit's own feedback point. */
  readonly code: string | undefined;
  /** The code of its form for those who did not get in. */
  readonly outside: string | undefined;
  readonly language: Language;
}

/** A unit: how people find it, what their feedback has changed, and where to tell more. */
export function UnitPage({
  name,
  above,
  figures,
  replies,
  code,
  outside,
  language,
}: UnitPageProps) {
  const t = words(language);
  const trail = [
    { text: t('site:frame.results'), address: pageAddress('results', language) },
    ...above.map((text) => ({ text })),
  ];
  return (
    <>
      <PageHead title={name} trail={trail} language={language} />
      <div className={layout.width}>
        <div className={layout.aside}>
          <section className={layout.part}>
            <h2>{t('site:unit.figures')}</h2>
            <Figures figures={figures} language={language} />
          </section>
          <section className={layout.part}>
            <h2>{t('site:unit.tell')}</h2>
            <p>{t(code === undefined ? 'site:unit.tellLater' : 'site:unit.tellText')}</p>
            {code !== undefined && (
              <p>
                <a className={layout.button} href={formAddress(code, language)}>
                  {t('site:unit.tellButton')}
                </a>
              </p>
            )}
            {outside !== undefined && (
              <p>
                <a className={layout.more} href={formAddress(outside, language)}>
                  {t('site:results.outside')} {t('site:results.outsideButton')}
                </a>
              </p>
            )}
          </section>
        </div>
        <UnitReplies replies={replies} language={language} />
      </div>
    </>
  );
}
