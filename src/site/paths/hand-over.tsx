import type { PathView } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { hostOf } from '#site/channels/channel-card.tsx';
import style from './hand-over.module.css';

type HandOverView = PathView['phases'][number]['steps'][number]['handOvers'][number];

/**
 * The door to a digital care path (promise P12): for whom, who attaches, how one signs in, what can be done there, and
 * the way without it.
 */
export function HandOver({
  handOver,
  language,
  level,
}: {
  handOver: HandOverView;
  language: Language;
  level: 4 | 5;
}) {
  const Heading = `h${level}` as const;
  const t = words(language);
  const { anchor, title, html, url, possible, covers, returnsTo } = handOver;
  const facts = [
    [t('site:path.handOver.for'), handOver.criteria],
    [t('site:path.handOver.attached'), t(`site:path.attachedBy.${handOver.attachedBy}`)],
    [t('site:path.handOver.signIn'), t(`site:path.identification.${handOver.identification}`)],
    [t('site:path.handOver.proxy'), t(`site:path.actingFor.${handOver.actingFor}`)],
    [t('site:path.handOver.covers'), covers.join(', ')],
    [t('site:path.handOver.without'), handOver.withoutDigital],
  ].filter(([, text]) => text !== '');
  return (
    <section id={anchor} className={style.card}>
      <p className={style.kind}>{t('site:path.handOver.kind')}</p>
      <Heading className={style.title}>
        {url === '' ? (
          title
        ) : (
          <>
            <a href={url}>{title}</a> <span className={style.host}>{hostOf(url)}</span>
          </>
        )}
      </Heading>
      {/* The paths module made this HTML from Markdown without HTML. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      {possible.length > 0 && (
        <>
          <p className={style.can}>{t('site:path.handOver.can')}</p>
          <ul className={style.possible}>
            {possible.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      <dl className={style.facts}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {returnsTo && (
        <p className={style.back}>
          {t('site:path.handOver.back')} <a href={`#${returnsTo.anchor}`}>{returnsTo.title}</a>
        </p>
      )}
    </section>
  );
}
