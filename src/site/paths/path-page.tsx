import type { ReplyView } from '#modules/development';
import type { PathView } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { formAddress, pageAddress } from '#site/addresses.ts';
import { PageHead } from '#site/page-head.tsx';
import { formatDay } from '#ui/format.ts';
import { Phase } from './phase.tsx';
import { ReviewAge } from './review-age.tsx';
import { Urgency } from './urgency.tsx';
import style from './path-page.module.css';

/** What the path page shows beside the path itself. */
export interface PathPageProps {
  readonly path: PathView;
  readonly replies: readonly ReplyView[];
  /** The codes of the path's feedback points by anchor. */
  readonly codes: Readonly<Record<string, string>>;
  /** The units that offer the path. */
  readonly units: readonly { readonly name: string; readonly slug: string }[];
  readonly preview?: boolean;
}

/** The anchor of the path as a whole. */
const WHOLE = 'polku';

/** A service path as its customer goes it: urgency first, then the phases on one line, and at the end how it went. */
export function PathPage({ path, replies, codes, units, preview = false }: PathPageProps) {
  const { language } = path;
  const t = words(language);
  return (
    <article>
      <PathHead path={path} preview={preview} />
      <div className={style.columns}>
        <div className={style.urgency}>
          <Urgency notices={path.urgency} language={language} />
        </div>
        <PhaseList path={path} code={codes[WHOLE]} />
        <div className={style.phases}>
          <ol>
            {path.phases.map((phase) => (
              <Phase
                key={phase.anchor}
                phase={phase}
                replies={replies.filter((reply) => reply.path?.phase === phase.anchor)}
                code={codes[phase.anchor]}
                language={language}
              />
            ))}
          </ol>
          {codes[WHOLE] !== undefined && (
            <section className={style.tell}>
              <h2>{t('site:path.tellTitle')}</h2>
              <p>{t('site:path.tellText')}</p>
              <a className={style.button} href={formAddress(codes[WHOLE], language)}>
                {t('site:path.tellWhole')}
              </a>
            </section>
          )}
          <Units units={units} language={language} />
          <p className={style.print}>{t('site:path.print')}</p>
        </div>
      </div>
    </article>
  );
}

function PathHead({ path, preview }: { path: PathView; preview: boolean }) {
  const t = words(path.language);
  const { publishedOn, reviewDue, language } = path;
  return (
    <PageHead
      title={path.title}
      lead={path.description}
      trail={[
        { text: t('site:frame.paths'), address: pageAddress('paths', language) },
        { text: path.topic },
      ]}
      language={language}
    >
      <ul className={style.facts}>
        <li>{t('site:path.phases', { count: path.phases.length })}</li>
        {path.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {publishedOn !== null && (
          <li>
            {t('site:path.published', { day: formatDay(publishedOn, language) })}
            {reviewDue !== null &&
              ` · ${t('site:path.reviewDue', { day: formatDay(reviewDue, language) })}`}
          </li>
        )}
      </ul>
      <ReviewAge due={reviewDue} language={language} className={style.warning} />
      {path.note !== '' && <p className={style.note}>{path.note}</p>}
      {preview && <p className={style.warning}>{t('site:path.preview')}</p>}
      {path.stale && <p className={style.warning}>{t('site:path.stale')}</p>}
    </PageHead>
  );
}

function PhaseList({ path, code }: { path: PathView; code: string | undefined }) {
  const t = words(path.language);
  return (
    <nav className={`${style.contents} screen-only`} aria-labelledby="vaiheet">
      <h2 id="vaiheet">{t('site:path.contents')}</h2>
      <ol>
        {path.phases.map(({ anchor, number, title }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>
              <span className={style.dot} aria-hidden="true">
                {number}
              </span>
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ol>
      {code !== undefined && (
        <a className={style.quiet} href={formAddress(code, path.language)}>
          {t('site:path.tellWhole')}
        </a>
      )}
    </nav>
  );
}

function Units({ units, language }: { units: PathPageProps['units']; language: Language }) {
  const t = words(language);
  if (units.length === 0) return null;
  return (
    <section className={style.units}>
      <h2>{t('site:path.units')}</h2>
      <p>{t('site:path.unitsText')}</p>
      <ul>
        {units.map(({ name, slug }) => (
          <li key={slug}>
            <a href={pageAddress('units', language, slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
