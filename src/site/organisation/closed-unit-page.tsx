import { words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { UnitReplies } from '#site/development/unit-replies.tsx';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import type { UnitPageProps } from './unit-page.tsx';

/** A unit that has been closed down: says so, leads to those that stand, and keeps what its feedback changed. */
export function ClosedUnitPage({
  name,
  above,
  replies,
  language,
}: Pick<UnitPageProps, 'name' | 'above' | 'replies' | 'language'>) {
  const t = words(language);
  const trail = [
    { text: t('site:frame.results'), address: pageAddress('results', language) },
    ...above.map((text) => ({ text })),
  ];
  return (
    <>
      <PageHead title={name} lead={t('site:unit.closedLead')} trail={trail} language={language} />
      <div className={layout.width}>
        <section className={layout.section}>
          <p>{t('site:unit.closedText')}</p>
          <p>
            <a className={layout.button} href={`${pageAddress('results', language)}#yksikot`}>
              {t('site:unit.closedUnits')}
            </a>
          </p>
        </section>
        <UnitReplies replies={replies} language={language} />
      </div>
    </>
  );
}
