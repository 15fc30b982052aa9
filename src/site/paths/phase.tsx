import type { Channel } from '#modules/channels';
import type { KeptHandbook } from '#modules/handbook';
import type { ReplyView } from '#modules/development';
import type { PathView } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import type { Variant } from '#platform/language.ts';
import { formAddress } from '#site/addresses.ts';
import { ReplyNote } from '#site/development/reply-note.tsx';
import { formatMonth } from '#ui/format.ts';
import { PhaseExpectations } from './expectations.tsx';
import { Instruction } from './instruction.tsx';
import { Lane } from './lane.tsx';
import type { Given } from './rests-on.ts';
import { type LaneParts, Step } from './step.tsx';
import { Tailored } from './tailored.tsx';
import style from './phase.module.css';

type PhaseView = PathView['phases'][number];

/** What all parts of one page share. */
export interface Drawing {
  readonly language: Language;
  readonly variant: Variant;
  /** The answers to the opening questions by anchor, in words. */
  readonly answers: ReadonlyMap<string, string>;
  /** Whom to call when one gets stuck. */
  readonly help: Channel | undefined;
  /** The days on which partners confirmed what is said of them, by anchor. */
  readonly confirmed: Readonly<Record<string, string>>;
  /** The professional's lane, where the page is theirs. */
  readonly lane?: LaneParts | undefined;
  /** The promises and aims that are told of. */
  readonly given: Given;
  /** How the professional keeps to them. */
  readonly kept?: KeptHandbook | undefined;
  /** What marks a part that only some answers show; the page's script reads it. */
  tailoring(part: { readonly shownFor: readonly string[] }): Record<string, string>;
}

/** One phase on the line: its number and title, what to know, what to do, what feedback has changed, and where to tell how it went. */
export function Phase({
  phase,
  replies,
  code,
  drawing,
}: {
  phase: PhaseView;
  replies: readonly ReplyView[];
  code: string | undefined;
  drawing: Drawing;
}) {
  const { language } = drawing;
  const t = words(language);
  return (
    <li
      id={phase.anchor}
      className={style.phase}
      data-phase
      data-part={phase.title}
      {...drawing.tailoring(phase)}
    >
      <h2 className={style.heading}>
        <span className={style.number}>
          <span className="spoken">{t('site:path.phase')} </span>
          {phase.number}
          <span className="spoken">: </span>
        </span>
        <span className={style.title}>{phase.title}</span>
      </h2>
      <div className={style.content} id={`${phase.anchor}-sisalto`} data-body>
        <p className={style.timing}>
          {t(`site:path.timing.${phase.timing}`)}
          {phase.duration !== '' && ` · ${t('site:path.duration', { duration: phase.duration })}`}
        </p>
        <Tailored of={phase} drawing={drawing} />
        {/* The paths module made this HTML from Markdown without HTML. */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: phase.html }} />
        <PhaseExpectations phase={phase} drawing={drawing} />
        {phase.instructions.map((instruction) => (
          <Instruction
            key={instruction.anchor}
            instruction={instruction}
            drawing={drawing}
            level={3}
          />
        ))}
        <Lane at={phase.anchor} drawing={drawing} />
        {phase.steps.length > 0 && (
          <ul className={style.steps}>
            {stepGroups(phase.steps).map(([first, ...joined]) => (
              <Step key={first.anchor} step={first} joined={joined} drawing={drawing} />
            ))}
          </ul>
        )}
        {replies.map((reply) => (
          <ReplyNote
            key={reply.id}
            reply={reply}
            language={language}
            level={3}
            heading={t('site:frame.replies')}
            source={`${reply.node.name}, ${formatMonth(reply.publishedOn, language)}`}
          />
        ))}
        {code !== undefined && (
          <p className={`${style.tell} screen-only`}>
            <a href={formAddress(code, language)}>
              {t('site:path.tell')}
              <span className="spoken">: {phase.title}</span>
            </a>
          </p>
        )}
      </div>
    </li>
  );
}

type StepView = PhaseView['steps'][number];

/** Each step with those that join it: alternatives and what is done beside it belong to the one before them. */
export function stepGroups(
  steps: readonly StepView[],
): (readonly [StepView, ...(readonly StepView[])])[] {
  const groups: [StepView, ...StepView[]][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && step.logic !== 'next') last.push(step);
    // The first of a phase joins nothing, whatever it says.
    else groups.push([{ ...step, logic: 'next' }]);
  }
  return groups;
}
