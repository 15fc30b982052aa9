import type { ReactNode } from 'react';
import type {
  DiscussionGuide,
  GuideDifference,
  GuideQuestion,
  GuideStatement,
} from '#contract/development';
import { inLanguage } from '#platform/language.ts';
import { numberWords } from '#staff/reports/report-words.tsx';
import { formatDay, formatNumber } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './discussion.module.css';
import { Quote } from './quote.tsx';
import { StatusTag } from './status-tag.tsx';

interface PartProps {
  guide: DiscussionGuide;
}

/** One part of the talk, and how long it may take. */
export function GuidePart({
  title,
  minutes,
  children,
}: {
  title: string;
  minutes: number;
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <li className={style.part}>
      <div className={style.head}>
        <h2>{title}</h2>
        <span className={style.minutes}>{t('development:guide.minutes', { count: minutes })}</span>
      </div>
      {children}
    </li>
  );
}

const THEMES = ['access', 'encounter', 'safety', 'information', 'benefit'] as const;
const themeOf = ({ theme }: GuideStatement) => THEMES.find((known) => known === theme) ?? 'other';

/** What went well, in warm words where the figures bear them. */
export function WellPart({ guide: { well, set } }: PartProps) {
  const t = useWords();
  // The warm words thank for a service; those who did not get in had none.
  const hadService = !set?.respondents.includes('did-not-get-in');
  return (
    <>
      <p>{t(`development:well.${well.state}`)}</p>
      <ul className={style.list}>
        {well.statements.map((statement) => (
          <li key={statement.code}>
            {hadService && well.state === 'strong' && statement.state === 'enough' && (
              <p className={style.warm}>{t(`development:warm.${themeOf(statement)}`)}</p>
            )}
            <Statement statement={statement} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A statement with its mean, its n and, where it is imprecise, that. */
function Statement({ statement }: { statement: GuideStatement }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <p>{inLanguage(statement.text, language)}</p>
      <p className={style.figure}>
        {t('development:guide.mean', {
          mean: formatNumber(statement.mean, language, 1),
          count: statement.answers.n,
          number: numberWords(statement.answers, t, language),
        })}
        {statement.state === 'wide' && <Tag tone="warning">{t('development:guide.imprecise')}</Tag>}
      </p>
    </>
  );
}

/** What people told: the glad and the sorry in turn. */
export function ToldPart({ guide: { told } }: PartProps) {
  const t = useWords();
  if (told.length === 0) return <p>{t('development:told.none')}</p>;
  return (
    <>
      <p>{t('development:told.lead')}</p>
      {told.map(({ answer, day, text }) => (
        <Quote key={answer} day={day} text={text} />
      ))}
    </>
  );
}

/** What differs from the node above beyond chance. */
export function DiffersPart({ guide: { differs, parent } }: PartProps) {
  const t = useWords();
  const language = useLanguage();
  const name = parent ? inLanguage(parent.name, language) : '';
  return (
    <>
      <p>{t(`development:differs.${differs.state}`, { parent: name })}</p>
      <ul className={style.list}>
        {differs.items.map((item) => (
          <li key={item.statement?.code ?? 'recommendation'}>
            <Difference item={item} parent={name} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Difference({
  item: { statement, direction, value, parentValue },
  parent,
}: {
  item: GuideDifference;
  parent: string;
}) {
  const t = useWords();
  const language = useLanguage();
  const shown = (figure: number): string => formatNumber(figure, language, statement ? 1 : 0);
  return (
    <>
      <p>
        {statement ? inLanguage(statement.text, language) : t('development:differs.recommendation')}
      </p>
      <p className={style.figure}>
        <Tag tone={direction === 'better' ? 'good' : 'bad'}>
          {t(`development:differs.${direction}`)}
        </Tag>
        {t('development:differs.values', {
          value: shown(value),
          parent,
          parentValue: shown(parentValue),
        })}
      </p>
    </>
  );
}

/** Three questions to talk about, and why just these. */
export function QuestionsPart({ guide }: PartProps) {
  const t = useWords();
  return (
    <ol className={style.questions}>
      {guide.questions.map((question) => (
        <li key={question.code}>
          <p className={style.question}>{t(`development:question.${question.code}`)}</p>
          <Because question={question} guide={guide} />
          <div className={style.lines} aria-hidden="true" />
        </li>
      ))}
    </ol>
  );
}

function Because({
  question: { because, statement },
  guide,
}: {
  question: GuideQuestion;
  guide: DiscussionGuide;
}) {
  const t = useWords();
  const language = useLanguage();
  if (because === 'always') return null;
  const words = {
    statement: statement ? inLanguage(statement.text, language) : '',
    mean: statement ? formatNumber(statement.mean, language, 1) : '',
    parent: guide.parent ? inLanguage(guide.parent.name, language) : '',
  };
  return <p className={style.because}>{t(`development:because.${because}`, words)}</p>;
}

/** What is being tried already, and what was agreed the last time. */
export function TriesPart({ guide: { tries } }: PartProps) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      {tries.last && (
        <div className={style.last}>
          <h3>{t('development:tries.last', { day: formatDay(tries.last.heldOn, language) })}</h3>
          <p className={style.written}>{tries.last.agreed}</p>
        </div>
      )}
      <p>{t(tries.open.length > 0 ? 'development:tries.open' : 'development:tries.none')}</p>
      <ul className={style.list}>
        {tries.open.map((action) => (
          <li key={action.id} className={style.figure}>
            <Link href={`/staff/actions/${action.id}`}>{action.title}</Link>
            <StatusTag status={action.status} />
            {action.overdue && <Tag tone="bad">{t('development:overdue')}</Tag>}
            <span>
              {t('development:tries.who', {
                owner: action.owner,
                day: formatDay(action.due, language),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
