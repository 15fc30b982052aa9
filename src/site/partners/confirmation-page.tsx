import type { Confirmation, SaidPart } from '#contract/partners';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { VARIANTS } from '#platform/language.ts';
import { pageAddress } from '#site/addresses.ts';
import layout from '#site/layout.module.css';
import { PageHead } from '#site/page-head.tsx';
import { VARIANT_NAMES } from '#site/page-header.tsx';
import { formatDay } from '#ui/format.ts';
import style from './confirmation-page.module.css';
import type { Typed, TypedFault } from './typed.ts';

/** What the page shows. */
export interface ConfirmationPageProps {
  readonly shown: Confirmation;
  readonly language: Language;
  /** Where the form is sent. */
  readonly address: string;
  readonly typed?: Typed;
  readonly faults: readonly TypedFault[];
  /** The parts that said something else by the time they were answered. */
  readonly changed?: readonly { readonly path: string; readonly anchor: string }[];
  readonly thanks?: boolean;
}

/** All that paths say of a partner, part by part in each language, with one form for the answers. */
export function ConfirmationPage(props: ConfirmationPageProps) {
  const { shown, language, address, typed } = props;
  const t = words(language);
  const paths = Map.groupBy(shown.parts, ({ path }) => path);
  return (
    <>
      <PageHead title={t('site:partners.title')} lead={t('site:partners.lead')} language={language}>
        <p className={style.partner}>
          <span>{t('site:partners.partner')}</span> <strong>{shown.partner}</strong>
        </p>
        <p className={style.quiet}>
          {t('site:partners.lastDay', { day: formatDay(shown.lastDay, language) })}{' '}
          {t('site:partners.noPerson')}
        </p>
      </PageHead>
      <div className={`${layout.width} ${style.page}`}>
        <Said {...props} />
        {shown.parts.length === 0 ? (
          <p>{t('site:partners.none')}</p>
        ) : (
          <form method="post" action={address} noValidate className={style.form}>
            {[...paths].map(([path, parts]) => (
              <section key={path} className={style.path}>
                <h2>{inLanguage(parts[0]!.pathTitle, language)}</h2>
                {parts.map((part) => (
                  <Part key={part.anchor} {...props} part={part} at={shown.parts.indexOf(part)} />
                ))}
              </section>
            ))}
            <div className={style.field}>
              <label htmlFor="role">{t('site:partners.role')}</label>
              <p id="role-hint" className={style.quiet}>
                {t('site:partners.roleHint')}
              </p>
              <input
                id="role"
                name="role"
                maxLength={120}
                aria-describedby="role-hint"
                autoComplete="off"
                defaultValue={typed?.role ?? ''}
              />
            </div>
            <button type="submit" className={layout.button}>
              {t('site:partners.send')}
            </button>
          </form>
        )}
      </div>
    </>
  );
}

/** What became of the form, or what is wrong with it, before anything else. */
function Said({ faults, changed, thanks = false, language }: ConfirmationPageProps) {
  const t = words(language);
  if (faults.length > 0)
    return (
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is a new one: without script nothing else brings the reader here
      <section className={style.faults} tabIndex={-1} autoFocus aria-labelledby="virheet">
        <h2 id="virheet">{t('site:partners.faults')}</h2>
        <ul>
          {faults.map(({ at, code }) => (
            <li key={`${at} ${code}`}>
              <a
                href={
                  at === undefined ? (code === 'needAnswer' ? '#osa-0' : '#role') : `#words-${at}`
                }
              >
                {t(`site:partners.${code === 'role' ? 'tooLong' : code}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  if (changed)
    return <p className={style.faults}>{t('site:partners.changed', { count: changed.length })}</p>;
  return thanks ? <p className={style.thanks}>{t('site:partners.thanks')}</p> : null;
}

function Part({
  part,
  at,
  language,
  ...rest
}: ConfirmationPageProps & { part: SaidPart; at: number }) {
  const t = words(language);
  const slug = part.slugs[language];
  const title = part.texts.find(({ field, variant }) => field === 'title' && variant === language);
  const name = title ?? part.texts.find(({ field }) => field === 'title');
  return (
    <article className={style.part} id={`osa-${at}`}>
      <h3 lang={name && name.variant !== language ? name.variant : undefined}>{name?.text}</h3>
      <dl className={style.facts}>
        <Fact name={t('site:partners.place')}>
          {part.within.map((one) => inLanguage(one, language)).join(' › ')}
          {slug !== undefined && (
            <>
              {' '}
              <a href={`${pageAddress('paths', language, slug)}#${part.anchor}`}>
                {t('site:partners.see')}
                <span className="spoken">: {name?.text}</span>
              </a>
            </>
          )}
        </Fact>
        {part.urls.map(({ language: of, url }) => (
          <Fact
            key={of}
            name={`${t('site:partners.address')}${part.urls.length > 1 ? ` (${VARIANT_NAMES[of]})` : ''}`}
          >
            {url}
          </Fact>
        ))}
        {part.linkKind !== null && (
          <Fact name={t('site:partners.kind')}>
            {t(`site:path.link.${part.linkKind as 'other'}`)}
          </Fact>
        )}
        <Fact name={t('site:partners.sector')}>
          {t(`site:partners.sectorIs.${part.sector as 'public'}`)}
        </Fact>
      </dl>
      <Texts part={part} language={language} />
      <Before part={part} language={language} />
      <Question {...rest} language={language} part={part} at={at} />
    </article>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** The words as they are read in each language, easy language too. */
function Texts({ part, language }: { part: SaidPart; language: Language }) {
  const t = words(language);
  return VARIANTS.map((variant) => {
    const texts = part.texts.filter((one) => one.variant === variant);
    if (texts.length === 0) return null;
    return (
      <div key={variant} className={style.variant}>
        <h4 lang={variant}>{VARIANT_NAMES[variant]}</h4>
        <dl>
          {texts.map(({ field, text }) => (
            <div key={field}>
              <dt>{t(`site:partners.field.${field as 'title'}`)}</dt>
              <dd lang={variant}>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    );
  });
}

/** What the partner answered before, if they did. */
function Before({ part: { state, answer }, language }: { part: SaidPart; language: Language }) {
  const t = words(language);
  if (!answer) return null;
  const day = formatDay(answer.day, language);
  const said = state === 'confirmed' ? 'confirmed' : state === 'change-wanted' ? 'wanted' : 'since';
  return (
    <p className={style.before} data-state={state}>
      {t(`site:partners.${said}`, { day })}
      {answer.words !== '' && <q>{answer.words}</q>}
    </p>
  );
}

const CHOICES = ['right', 'change', 'later'] as const;

function Question({
  part: { path, anchor, seen },
  at,
  typed,
  faults,
  language,
}: Omit<ConfirmationPageProps, 'shown' | 'address'> & { part: SaidPart; at: number }) {
  const t = words(language);
  const before = typed?.answers.find((one) => one.path === path && one.anchor === anchor);
  const chosen = CHOICES.find((one) => one === before?.verdict) ?? 'later';
  const fault = faults.find((one) => one.at === at);
  return (
    <fieldset className={style.question}>
      <legend>{t('site:partners.verdict')}</legend>
      <input type="hidden" name={`path-${at}`} value={path} />
      <input type="hidden" name={`anchor-${at}`} value={anchor} />
      <input type="hidden" name={`seen-${at}`} value={seen} />
      {CHOICES.map((choice) => (
        <label key={choice} className={style.choice}>
          <input
            type="radio"
            name={`verdict-${at}`}
            value={choice}
            defaultChecked={choice === chosen}
          />
          <span>{t(`site:partners.${choice}`)}</span>
        </label>
      ))}
      <div className={style.field} data-fault={fault ? true : undefined}>
        <label htmlFor={`words-${at}`}>{t('site:partners.words')}</label>
        <p id={`words-hint-${at}`} className={style.quiet}>
          {fault ? t(`site:partners.${fault.code as 'needWords'}`) : t('site:partners.wordsHint')}
        </p>
        <textarea
          id={`words-${at}`}
          name={`words-${at}`}
          rows={3}
          aria-describedby={`words-hint-${at}`}
          aria-invalid={fault ? true : undefined}
          defaultValue={before?.words ?? ''}
        />
      </div>
    </fieldset>
  );
}
