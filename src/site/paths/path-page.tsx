import type { ReplyView } from '#modules/development';
import type { Channel } from '#modules/channels';
import type { KeptHandbook } from '#modules/handbook';
import type { PathView, ProfessionalView, PublicNote } from '#modules/paths';
import { words } from '#platform/i18n.ts';
import { isEasy, type Language } from '#platform/language.ts';
import { formAddress, pageAddress, professionalAddress } from '#site/addresses.ts';
import { PageHead } from '#site/page-head.tsx';
import { formatDay } from '#ui/format.ts';
import { Changes } from './changes.tsx';
import { Checklist, Questions, Rights } from './path-aside.tsx';
import { Expectations } from './expectations.tsx';
import { type Drawing, Phase } from './phase.tsx';
import { ProfessionalHead } from './professional-head.tsx';
import { type Given, NOTHING_GIVEN } from './rests-on.ts';
import { ReviewAge } from './review-age.tsx';
import { Urgency } from './urgency.tsx';
import style from './path-page.module.css';

/** What the path page shows beside the path itself. */
export interface PathPageProps {
  readonly path: PathView;
  readonly replies: readonly ReplyView[];
  /** The codes of the path's feedback points by anchor. */
  readonly codes: Readonly<Record<string, string>>;
  /** The days on which partners confirmed what is said of them, by anchor. */
  readonly confirmed?: Readonly<Record<string, string>>;
  /** The units that offer the path. */
  readonly units: readonly { readonly name: string; readonly slug: string }[];
  /** The promises and aims that are told of. */
  readonly given?: Given;
  /** What the latest publications changed. */
  readonly notes: readonly PublicNote[];
  readonly preview?: boolean;
  /** The address of its topic's page. */
  readonly topic?: string | undefined;
  /** What the professional sees beside it, on the page that is theirs. */
  readonly professional?: ProfessionalView | undefined;
  /** How the professional keeps to what is promised. */
  readonly kept?: KeptHandbook | undefined;
  /** Whether the professional's view is an open page. */
  readonly professionalOpen?: boolean;
  /** Whether its parts can be put on the reader's own list: on the resident's page alone. */
  readonly ownList?: boolean;
}

/** The anchor of the path as a whole. */
const WHOLE = 'polku';

/** A service path as its customer goes it: urgency first, then the phases on one line, and at the end how it went. */
export function PathPage(props: PathPageProps) {
  const { path, replies, codes, units, notes, preview = false, professional } = props;
  const { language } = path;
  const drawing = drawingOf(props);
  return (
    <article {...scriptWords(path)} {...(props.ownList && listWords(path.language))}>
      <PathHead path={path} preview={preview} topic={props.topic} />
      <div className={style.columns}>
        <div className={style.urgency}>
          {professional && <ProfessionalHead view={professional} kept={props.kept} />}
          <Urgency notices={path.urgency} variant={path.variant} />
        </div>
        <PhaseList path={path} code={codes[WHOLE]} />
        <div className={style.phases}>
          <Expectations path={path} drawing={drawing} />
          <Questions path={path} />
          <Removed path={path} />
          <ol className={style.line} data-phases>
            {path.phases.map((phase) => (
              <Phase
                key={phase.anchor}
                phase={phase}
                replies={replies.filter((reply) => reply.path?.phase === phase.anchor)}
                code={professional ? undefined : codes[phase.anchor]}
                drawing={drawing}
              />
            ))}
          </ol>
          <Checklist path={path} drawing={drawing} />
          <Rights path={path} />
          {!professional && <End {...props} />}
          <Units units={units} language={language} />
          <Changes notes={notes} language={language} />
          <p className={style.print}>
            {words(language)('site:path.print')}{' '}
            {props.ownList && (
              <a href={pageAddress('list', language)}>{words(language)('site:path.toList')}</a>
            )}
          </p>
        </div>
      </div>
    </article>
  );
}

function drawingOf({
  path,
  professional,
  kept,
  given = NOTHING_GIVEN,
  confirmed = {},
}: PathPageProps): Drawing {
  const answers = new Map(
    path.questions.flatMap((question) =>
      question.answers.map(({ anchor, title }) => [anchor, title]),
    ),
  );
  const tailoring: Drawing['tailoring'] = ({ shownFor }) =>
    shownFor.some((anchor) => answers.has(anchor)) ? { 'data-for': shownFor.join(' ') } : {};
  return {
    language: path.language,
    variant: path.variant,
    answers,
    help: helpOf(path),
    confirmed,
    lane: professional?.lane,
    given,
    kept,
    tailoring,
  };
}

const EMERGENCY: ReadonlySet<string> = new Set(['112', '116117']);

/** Whom to call when one gets stuck: the path's first telephone that is not for emergencies. */
function helpOf(path: PathView): Channel | undefined {
  const channels = path.phases.flatMap(({ steps }) =>
    steps.flatMap((step) => step.channels.map(({ channel }) => channel)),
  );
  return channels.find(({ phone }) => phone !== null && !EMERGENCY.has(phone.replaceAll(' ', '')));
}

/** What the page's script says: it knows no word of its own. */
function scriptWords({ id, language }: PathView): Record<string, string> {
  const t = words(language);
  return {
    'data-guide': id,
    'data-show': t('site:path.show'),
    'data-hide': t('site:path.hide'),
    'data-show-all': t('site:path.showAll'),
    'data-hide-all': t('site:path.hideAll'),
    'data-here': t('site:path.here'),
    'data-back': t('site:path.back'),
  };
}

/** The same of the reader's own list. */
function listWords(language: Language): Record<string, string> {
  const t = words(language);
  return {
    'data-list-at': pageAddress('list', language),
    'data-list-add-phase': t('site:path.list.addPhase'),
    'data-list-add-step': t('site:path.list.addStep'),
    'data-list-add-channel': t('site:path.list.addChannel'),
    'data-list-in': t('site:path.list.in'),
    'data-list-remove': t('site:path.list.remove'),
    'data-list-open': t('site:path.list.open'),
    'data-list-added': t('site:path.list.added'),
    'data-list-removed': t('site:path.list.removed'),
    'data-list-failed': t('site:path.list.failed'),
  };
}

/** Where one tells how the whole path went, and the door for professionals. */
function End({ path: { language, slugs }, codes, professionalOpen = false }: PathPageProps) {
  const t = words(language);
  const code = codes[WHOLE];
  const slug = slugs[language];
  return (
    <>
      {code !== undefined && (
        <section className={style.tell}>
          <h2>{t('site:path.tellTitle')}</h2>
          <p>{t('site:path.tellText')}</p>
          <a className={style.button} href={formAddress(code, language)}>
            {t('site:path.tellWhole')}
          </a>
        </section>
      )}
      {professionalOpen && slug !== undefined && (
        <p className={`${style.door} screen-only`}>
          {t('site:professional.door')}{' '}
          <a href={professionalAddress(language, slug)}>{t('site:professional.open')}</a>
        </p>
      )}
    </>
  );
}

function PathHead({
  path,
  preview,
  topic,
}: {
  path: PathView;
  preview: boolean;
  topic: string | undefined;
}) {
  const t = words(path.language);
  const { publishedOn, reviewDue, language } = path;
  return (
    <PageHead
      title={path.title}
      lead={path.description}
      trail={[
        { text: t('site:frame.paths'), address: pageAddress('paths', language) },
        { text: path.topic, ...(topic !== undefined && { address: topic }) },
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
      {path.stale && (
        <p className={style.warning}>
          {t(isEasy(path.variant) ? 'site:path.staleEasy' : 'site:path.stale')}
        </p>
      )}
      {isEasy(path.variant) && (
        <p className={style.easy}>
          {t(path.easyTried ? 'site:path.easyTried' : 'site:path.easyUntried')}
        </p>
      )}
    </PageHead>
  );
}

/** What an old address of a phase or a step leads to when the path has it no more: it says so, without script too. */
function Removed({ path: { removed, language } }: { path: PathView }) {
  if (removed.length === 0) return null;
  return (
    <div className={`${style.removed} screen-only`}>
      {removed.map((anchor) => (
        <span key={anchor} id={anchor} />
      ))}
      <p className={style.warning}>{words(language)('site:path.removed')}</p>
    </div>
  );
}

function PhaseList({ path, code }: { path: PathView; code: string | undefined }) {
  const t = words(path.language);
  return (
    <nav className={`${style.contents} screen-only`} aria-labelledby="vaiheet">
      <h2 id="vaiheet">{t('site:path.contents')}</h2>
      <ol>
        {path.phases.map(({ anchor, number, title, shownFor }) => (
          <li key={anchor} {...(shownFor.length > 0 && { 'data-for': shownFor.join(' ') })}>
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
