import type { FormView } from '#modules/collection';
import type { Redirection } from '#modules/surveys';
import type { Fault } from '#platform/errors.ts';
import { faultInWords } from '#platform/http/problem.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { Choices } from './choices.tsx';
import { CommentField } from './comment-field.tsx';
import style from './form-page.module.css';
import { NotHere } from './not-here.tsx';
import type { Typed } from './typed.ts';

/** What the form shows. */
export interface FormPageProps {
  readonly view: FormView;
  /** The names of the path and the phase that the form belongs to. */
  readonly place: { readonly path: string; readonly phase: string | null } | null;
  readonly redirections: readonly Redirection[];
  readonly address: string;
  readonly language: Language;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** The one page on which people tell how it went. It works without script, and nothing that was typed is lost. */
export function FormPage(props: FormPageProps) {
  const { view, place, redirections, language, address, typed } = props;
  const t = words(language);
  const unit = view.node === null ? undefined : inLanguage(view.node.name, language);
  return (
    <>
      <PageHead title={t('site:form.title')} lead={t('site:form.lead')} language={language}>
        <dl className={style.place}>
          {unit !== undefined && (
            <div>
              <dt>{t('site:form.about')}</dt>
              <dd>{unit}</dd>
            </div>
          )}
          {place !== null && (
            <div>
              <dt>{t('site:form.path')}</dt>
              <dd>{place.phase === null ? place.path : `${place.path}: ${place.phase}`}</dd>
            </div>
          )}
        </dl>
      </PageHead>
      <div className={`${layout.width} ${style.body}`}>
        <ErrorSummary {...props} />
        <NotHere redirections={redirections} language={language} />
        <form method="post" action={address} noValidate className={style.form}>
          <input type="hidden" name="id" value={typed.id} />
          <input type="hidden" name="version" value={typed.version} />
          {typed.seal !== '' && <Marks typed={typed} language={language} />}
          <UnitField {...props} />
          <Statements {...props} />
          <Recommendation {...props} />
          {view.survey.asksComment && (
            <CommentField
              question={inLanguage(view.survey.texts.comment, language)}
              typed={typed.comment}
              fault={faultAt('/comment', props)}
              language={language}
            />
          )}
          <div className={style.send}>
            <p>{t('site:form.sendText')}</p>
            <button type="submit" className={layout.button}>
              {t('site:form.send')}
            </button>
          </div>
        </form>
      </div>
    </>
  );
}

/** What an open form carries beside its answers: nobody sees it, hears it or comes to it by the keyboard. */
function Marks({ typed, language }: { typed: Typed; language: Language }) {
  return (
    <>
      <input type="hidden" name="seal" value={typed.seal} />
      <p className={style.trap}>
        <label htmlFor="website">{words(language)('site:form.trap')}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
    </>
  );
}

function ErrorSummary({ faults, view, language }: FormPageProps) {
  const t = words(language);
  if (faults.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is a new one: without script nothing else brings the reader here
    <section className={style.summary} tabIndex={-1} autoFocus aria-labelledby="virheet">
      <h2 id="virheet">{t('site:form.faults')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.pointer}>
            <a href={`#${fieldOf(fault.pointer, view)}`}>
              {[
                ...labelOf(fault.pointer, view, language),
                faultInWords(fault, language).detail,
              ].join(': ')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnitField(props: FormPageProps) {
  const { view, typed, language } = props;
  const t = words(language);
  if (view.units.length === 0) return null;
  return (
    <Choices
      name="unit"
      legend={t('site:form.unit')}
      choices={view.units
        .map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))
        .toSorted((one, other) => one.label.localeCompare(other.label, language))}
      chosen={typed.unit}
      fault={faultAt('/node', props)}
      layout="list"
    />
  );
}

function Statements(props: FormPageProps) {
  const { view, typed, language } = props;
  const t = words(language);
  const choices = [1, 2, 3, 4, 5].map((score) => ({
    value: String(score),
    sign: String(score),
    label: t(`site:form.score.${score as 1}`),
  }));
  return (
    <>
      <div className={style.part}>
        <h2>{t(isOutside(view) ? 'site:form.statementsOutside' : 'site:form.statements')}</h2>
        <p>{t('site:form.statementsText')}</p>
        <Origin {...props} />
      </div>
      {view.survey.statements.map(({ code, text }) => (
        <Choices
          key={code}
          name={`s-${code}`}
          legend={inLanguage(text, language)}
          choices={[...choices, { value: '0', label: t('site:form.score.0') }]}
          chosen={typed.scores[code] ?? ''}
          ends={[t('site:form.lowest'), t('site:form.highest')]}
          fault={faultAt(`/scores/${code}`, props)}
          layout="agreement"
        />
      ))}
    </>
  );
}

/** Whose words the statements are; nothing where they are the official ones. */
function Origin({ view: { survey }, language }: FormPageProps) {
  const t = words(language);
  if (survey.set.origin === 'own') return <p className={style.unofficial}>{t('site:form.own')}</p>;
  return survey.statements.some(({ official }) => official[language] !== true) ? (
    <p className={style.unofficial}>{t('site:form.unofficial')}</p>
  ) : null;
}

/** Whether those who did not get into the service are asked. */
const isOutside = ({ survey }: FormView): boolean =>
  survey.set.respondents.includes('did-not-get-in');

function Recommendation(props: FormPageProps) {
  const { view, typed, language } = props;
  const t = words(language);
  if (!view.survey.asksRecommendation) return null;
  const numbers = Array.from({ length: 11 }, (_, value) => ({
    value: String(value),
    sign: String(value),
    label: '',
  }));
  return (
    <Choices
      name="recommendation"
      legend={inLanguage(view.survey.texts.recommendation, language)}
      hint={t('site:form.recommendationHint')}
      choices={[...numbers, { value: 'none', label: t('site:form.noRecommendation') }]}
      chosen={typed.recommendation}
      fault={faultAt('/recommendation', props)}
      layout="numbers"
    />
  );
}

const faultAt = (pointer: string, { faults, language }: FormPageProps): string | undefined => {
  const fault = faults.find((each) => each.pointer === pointer);
  return fault && faultInWords(fault, language).detail;
};

/** The field that a fault's pointer means; a fault of the whole leads to the first one. */
function fieldOf(pointer: string, { survey }: FormView): string {
  if (pointer === '/node') return 'unit';
  if (pointer.startsWith('/scores/')) return `s-${pointer.slice('/scores/'.length)}`;
  return pointer === '/recommendation' || pointer === '/comment'
    ? pointer.slice(1)
    : `s-${survey.statements[0]?.code}`;
}

/** What the question is called before its fault; nothing for a fault of the whole. */
function labelOf(pointer: string, view: FormView, language: Language): string[] {
  const t = words(language);
  const statement = view.survey.statements.find(({ code }) => pointer === `/scores/${code}`);
  const labels = new Map([
    ['/node', t('site:form.unit')],
    ['/recommendation', t('site:form.recommendation')],
    ['/comment', t('site:form.comment')],
  ]);
  const label =
    statement === undefined ? labels.get(pointer) : inLanguage(statement.text, language);
  return label === undefined ? [] : [label.replace(/[.?]$/, '')];
}
