import { getDashboard } from '#modules/reports';
import type { Dashboard, Months } from '#contract/reports';
import { isOpen } from './action.ts';
import type { DiscussionGuide } from './contract.ts';
import type { DevelopmentContext } from './development-context.ts';
import { listDiscussions } from './discussion.ts';
import {
  chooseQuestions,
  chooseStrengths,
  listDifferences,
  type RecommendationFigures,
  type StatementFigures,
} from './guide-rules.ts';
import { chooseTexts } from './guide-texts.ts';
import { listActions } from './list-actions.ts';

// Half an hour in all.
const MINUTES = { well: 5, told: 7, differs: 5, questions: 8, tries: 5 };

/**
 * The ready guide (keskustelurunko) for going through a node's results with its staff, made from its own figures and
 * texts: what went well, what people told, what differs, what to discuss, what we try.
 */
export async function getDiscussionGuide(
  ctx: DevelopmentContext & Parameters<typeof getDashboard>[0],
  node: string,
  choice: { months: Months; set?: string } = { months: 4 },
): Promise<DiscussionGuide> {
  const report = await getDashboard(ctx, node, { ...choice, channel: 'all' });
  const parent = report.path.at(-1) ?? null;
  const figures = figuresOf(report);
  const { actions } = await listActions(ctx, node);
  return {
    node: { id: report.node.id, name: report.node.name },
    parent: parent && { id: parent.id, name: parent.name },
    periodFrom: report.from,
    periodTo: report.to,
    set: report.set,
    sets: report.sets,
    break: report.break,
    answers: report.answers,
    minutes: MINUTES,
    well: chooseStrengths(figures),
    told: await chooseTexts(ctx, node, {
      from: report.from,
      to: report.to,
      ...(report.set && { set: report.set.code }),
    }),
    differs: listDifferences(parent !== null, figures, recommendationOf(report)),
    questions: chooseQuestions(figures),
    tries: {
      open: actions.filter(({ status }) => isOpen(status)),
      last: (await listDiscussions(ctx, node))[0] ?? null,
    },
  };
}

/** The statements that have enough answers to be talked about. */
function figuresOf({ statements }: Dashboard): StatementFigures[] {
  return statements.flatMap(({ code, theme, text, figure, parent, apart, change }) => {
    if (figure.state === 'few') return [];
    const parentMean = parent && parent.state !== 'few' && apart ? parent.value : null;
    return [
      {
        code,
        theme,
        text,
        mean: figure.value,
        answers: { n: figure.n, ...(figure.atLeast && { atLeast: true }) },
        state: figure.state,
        parentMean,
        besideParent: besideOf(apart),
        besideFormer: besideOf(change),
      },
    ];
  });
}

function recommendationOf({ recommendation }: Dashboard): RecommendationFigures | null {
  if (!recommendation) return null;
  const { figure, parent, apart } = recommendation;
  if (figure.state === 'few' || !parent || parent.state === 'few' || !apart) return null;
  return { value: figure.value, parentValue: parent.value, besideParent: besideOf(apart) };
}

const VERDICTS = { higher: 'better', lower: 'worse', 'cannot-tell': 'same' } as const;

const besideOf = (
  difference: Dashboard['statements'][number]['apart'],
): StatementFigures['besideParent'] => (difference ? VERDICTS[difference.verdict] : 'same');
