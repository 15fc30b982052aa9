import type { PathView } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { ChannelCard, hostOf } from '#site/channels/channel-card.tsx';
import style from './step.module.css';

type StepView = PathView['phases'][number]['steps'][number];

/** One thing to do in a phase, with how it joins the one before it said in words. */
export function Step({ step, language }: { step: StepView; language: Language }) {
  const t = words(language);
  const said = [step.cost, step.wait, step.needs];
  return (
    <li id={step.anchor} className={style.step} data-logic={step.logic}>
      {step.logic !== 'next' && <p className={style.joint}>{t(`site:path.${step.logic}`)}</p>}
      <h3>{step.title}</h3>
      {step.needed === 'optional' && <p className={style.optional}>{t('site:path.optional')}</p>}
      {/* The paths module made this HTML from Markdown without HTML. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: step.html }} />
      <StepFacts step={step} language={language} />
      {step.channels.length > 0 && (
        <ul className={style.channels}>
          {step.channels.map(({ anchor, whenToUse, channel }) => (
            <li key={anchor} id={anchor}>
              <ChannelCard
                channel={channel}
                whenToUse={whenToUse}
                language={language}
                said={said}
                costSaid={step.cost !== ''}
              />
            </li>
          ))}
        </ul>
      )}
      <SymptomChecks checks={step.symptomChecks} language={language} />
      <Forms forms={step.forms} language={language} />
      <Links links={step.links} language={language} />
    </li>
  );
}

function StepFacts({ step, language }: { step: StepView; language: Language }) {
  const t = words(language);
  const facts = (['wait', 'needs', 'cost'] as const).filter((field) => step[field] !== '');
  if (facts.length === 0) return null;
  return (
    <dl className={style.facts}>
      {facts.map((field) => (
        <div key={field}>
          <dt>{t(`site:path.${field}`)}</dt>
          <dd>{step[field]}</dd>
        </div>
      ))}
    </dl>
  );
}

function SymptomChecks({
  checks,
  language,
}: {
  checks: StepView['symptomChecks'];
  language: Language;
}) {
  const t = words(language);
  if (checks.length === 0) return null;
  return (
    <ul className={style.items}>
      {checks.map(({ anchor, title, url, provider, notFor }) => (
        <li key={anchor} id={anchor}>
          <span className={style.kind}>{t('site:path.symptomCheck')}</span>
          <a href={url}>{title}</a>
          <span className={style.source}>{sourceOf(provider, url)}</span>
          <p className={style.caution}>{notFor}</p>
        </li>
      ))}
    </ul>
  );
}

function Forms({ forms, language }: { forms: StepView['forms']; language: Language }) {
  const t = words(language);
  if (forms.length === 0) return null;
  return (
    <ul className={style.items}>
      {forms.map(({ anchor, title, url, needs, paper }) => (
        <li key={anchor} id={anchor}>
          <span className={style.kind}>{t('site:path.form')}</span>
          <a href={url}>{title}</a>
          <span className={style.source}>{hostOf(url)}</span>
          {needs !== '' && <p>{needs}</p>}
          {paper !== '' && <p>{paper}</p>}
        </li>
      ))}
    </ul>
  );
}

function Links({ links, language }: { links: StepView['links']; language: Language }) {
  const t = words(language);
  if (links.length === 0) return null;
  return (
    <ul className={style.items}>
      {links.map(({ anchor, title, url, kind, provider, why }) => (
        <li key={anchor} id={anchor}>
          <span className={style.kind}>{t(`site:path.link.${kind}`)}</span>
          <a href={url}>{title}</a>
          <span className={style.source}>{sourceOf(provider, url)}</span>
          <p>{why}</p>
        </li>
      ))}
    </ul>
  );
}

const sourceOf = (provider: string, url: string): string =>
  [provider, hostOf(url)].filter(Boolean).join(' · ');
