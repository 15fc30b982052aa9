import { inVariant } from '#modules/channels';
import type { LanePart, PathView } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import type { Variant } from '#platform/language.ts';
import { ChannelCard, hostOf, telephone } from '#site/channels/channel-card.tsx';
import { formatDay } from '#ui/format.ts';
import { HandOver } from './hand-over.tsx';
import { Instruction } from './instruction.tsx';
import { Lane } from './lane.tsx';
import { Tailored } from './tailored.tsx';
import type { Drawing } from './phase.tsx';
import { lawName } from './law-name.ts';
import style from './step.module.css';

type StepView = PathView['phases'][number]['steps'][number];

interface StepProps {
  step: StepView;
  /** The steps that join it as alternatives, or are done beside it: nested below it, a heading lower. */
  joined?: readonly StepView[];
  drawing: Drawing;
}

/** One thing to do in a phase. What joins it is nested below it, and how is said in words. */
export function Step({ step, joined, drawing }: StepProps) {
  const level = step.logic === 'next' ? 3 : 4;
  const below = level === 3 ? 4 : 5;
  const Heading = `h${level}` as const;
  const { language } = drawing;
  const t = words(language);
  return (
    <li
      id={step.anchor}
      className={style.step}
      data-logic={step.logic}
      data-part={step.title}
      {...drawing.tailoring(step)}
    >
      {step.logic !== 'next' && (
        <p className={style.joint} data-joint>
          {t(`site:path.${step.logic}`)}
        </p>
      )}
      <Heading>{step.title}</Heading>
      <Tailored of={step} drawing={drawing} />
      {step.needed === 'optional' && <p className={style.optional}>{t('site:path.optional')}</p>}
      {step.actor !== 'customer' && (
        <p className={style.optional}>{t(`site:path.actor.${step.actor}`)}</p>
      )}
      {/* The paths module made this HTML from Markdown without HTML. */}
      {step.html !== '' && (
        <div className="prose" dangerouslySetInnerHTML={{ __html: step.html }} />
      )}
      <StepFacts step={step} drawing={drawing} />
      {step.instructions.map((instruction) => (
        <Instruction
          key={instruction.anchor}
          instruction={instruction}
          drawing={drawing}
          level={below}
        />
      ))}
      <Channels step={step} variant={drawing.variant} />
      {step.handOvers.map((handOver) => (
        <HandOver key={handOver.anchor} handOver={handOver} language={language} level={below} />
      ))}
      <SymptomChecks checks={step.symptomChecks} language={language} />
      <Forms forms={step.forms} language={language} />
      <Services services={step.services} drawing={drawing} />
      <Links links={step.links} drawing={drawing} />
      <Help step={step} drawing={drawing} />
      <Lane at={step.anchor} drawing={drawing} />
      {joined && joined.length > 0 && (
        <ul className={style.joined}>
          {joined.map((other) => (
            <Step key={other.anchor} step={other} drawing={drawing} />
          ))}
        </ul>
      )}
    </li>
  );
}

const FACTS = ['wait', 'time', 'needs', 'cost', 'unwell', 'interpreter'] as const;

function StepFacts({ step, drawing }: { step: StepView; drawing: Drawing }) {
  const t = words(drawing.language);
  const promised = step.promises.flatMap((code) => drawing.given.promises.get(code)?.name ?? []);
  const facts = FACTS.filter((field) => step[field] !== '');
  if (promised.length === 0 && facts.length === 0 && step.law === '') return null;
  const law = lawName(step.law, drawing.language);
  return (
    <dl className={style.facts}>
      {promised.map((text) => (
        <div key={text}>
          <dt>{t('site:path.promised')}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {facts.map((field) => (
        <div key={field}>
          <dt>{t(`site:path.${field}`)}</dt>
          <dd>{step[field]}</dd>
        </div>
      ))}
      {step.law !== '' && (
        <div>
          <dt>{t('site:path.law')}</dt>
          <dd lang={law.lang}>{law.text}</dd>
        </div>
      )}
    </dl>
  );
}

function Channels({ step, variant }: { step: StepView; variant: Variant }) {
  if (step.channels.length === 0) return null;
  return (
    <ul className={style.channels}>
      {step.channels.map(({ anchor, whenToUse, channel }) => (
        <li key={anchor} id={anchor} data-part={inVariant(channel, 'name', variant)}>
          <ChannelCard
            channel={channel}
            whenToUse={whenToUse}
            variant={variant}
            said={[step.cost, step.wait, step.needs]}
            costSaid={step.cost !== ''}
          />
        </li>
      ))}
    </ul>
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
      {checks.map(({ anchor, title, url, provider, notFor, device }) => (
        <li key={anchor} id={anchor}>
          <span className={style.kind}>{t('site:path.symptomCheck')}</span>
          <a href={url}>{title}</a>
          <span className={style.source}>{sourceOf(provider, url)}</span>
          <p className={style.caution}>{notFor}</p>
          {device !== '' && <p>{device}</p>}
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
      {forms.map(({ anchor, title, url, identification, needs, paper }) => (
        <li key={anchor} id={anchor}>
          <span className={style.kind}>{t('site:path.form')}</span>
          <a href={url}>{title}</a>
          <span className={style.source}>{hostOf(url)}</span>
          {identification !== 'none' && <p>{t(`site:path.identification.${identification}`)}</p>}
          {needs !== '' && <p>{needs}</p>}
          {paper !== '' && <p>{paper}</p>}
        </li>
      ))}
    </ul>
  );
}

function Services({ services, drawing }: { services: StepView['services']; drawing: Drawing }) {
  const t = words(drawing.language);
  if (services.length === 0) return null;
  return (
    <ul className={style.items}>
      {services.map(({ anchor, title, provider, text }) => (
        <li key={anchor} id={anchor}>
          <span className={style.kind}>{t('site:path.service')}</span>
          <strong>{title}</strong> <span className={style.source}>{provider}</span>
          {text !== '' && <p>{text}</p>}
          <Confirmed anchor={anchor} drawing={drawing} />
        </li>
      ))}
    </ul>
  );
}

function Links({ links, drawing }: { links: StepView['links']; drawing: Drawing }) {
  const t = words(drawing.language);
  if (links.length === 0) return null;
  return (
    <ul className={style.items}>
      {links.map((link) => (
        <li key={link.anchor} id={link.anchor} {...drawing.tailoring(link)}>
          <span className={style.kind}>{t(`site:path.link.${link.kind}`)}</span>
          <a href={link.url}>{link.title}</a>
          <span className={style.source}>
            {[
              link.provider,
              link.sector !== 'public' && t(`site:path.sector.${link.sector}`),
              hostOf(link.url),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <p>{link.why}</p>
          <Confirmed anchor={link.anchor} drawing={drawing} />
          <Tailored of={link} drawing={drawing} />
        </li>
      ))}
    </ul>
  );
}

/** That the partner whose service it is has said that all this is right (promise P15). */
function Confirmed({ anchor, drawing }: { anchor: string; drawing: Drawing }) {
  const { language, confirmed } = drawing;
  const day = confirmed[anchor];
  if (day === undefined) return null;
  return (
    <p className={style.confirmed}>
      {words(language)('site:partners.by', { day: formatDay(day, language) })}
    </p>
  );
}

/** The way to a person by telephone, at the same place of every step that has no telephone of its own (WCAG 2.2, 3.2.6). */
function Help({
  step,
  drawing: { help, language, variant },
}: {
  step: StepView;
  drawing: Drawing;
}) {
  if (!help?.phone || step.channels.some(({ channel }) => channel.phone !== null)) return null;
  return (
    <p className={style.help}>
      {words(language)('site:path.help')} {inVariant(help, 'name', variant)}{' '}
      <a href={telephone(help.phone)}>{help.phone}</a>
    </p>
  );
}

const sourceOf = (provider: string, url: string): string =>
  [provider, hostOf(url)].filter(Boolean).join(' · ');

/** What a professional has at this place, for {@link Drawing}. */
export type LaneParts = Readonly<Record<string, LanePart>>;
