import type { LocalText } from '#platform/i18n.ts';
import type {
  DiscussionGuide,
  GuideDifference,
  GuideQuestion,
  GuideStatement,
} from './contract.ts';

/** A statement's figures, as far as the guide needs them. One with too few answers is not among them. */
export interface StatementFigures {
  readonly code: string;
  readonly theme: string;
  readonly text: LocalText;
  readonly mean: number;
  readonly answers: GuideStatement['answers'];
  readonly state: 'enough' | 'wide';
  /** Against the node above, and against the former period: only what is beyond chance is better or worse. */
  readonly besideParent: 'better' | 'worse' | 'same';
  readonly parentMean: number | null;
  readonly besideFormer: 'better' | 'worse' | 'same';
}

/** The recommendation index beside the parent's. */
export interface RecommendationFigures {
  readonly value: number;
  readonly parentValue: number;
  readonly besideParent: 'better' | 'worse' | 'same';
}

const STRONG = 4;
const THEMES = ['access', 'encounter', 'safety', 'information', 'benefit'] as const;

/** What went well: up to three strong statements, those known well before those that are imprecise; else the best one. */
export function chooseStrengths(figures: readonly StatementFigures[]): DiscussionGuide['well'] {
  const precise = figures.filter(({ state, mean }) => state === 'enough' && mean >= STRONG);
  const best = (precise.length > 0 ? precise : figures).toSorted((a, b) => b.mean - a.mean);
  const strong = best.filter(({ mean }) => mean >= STRONG).slice(0, 3);
  if (strong.length > 0) return { state: 'strong', statements: strong.map(bare) };
  return best[0]
    ? { state: 'best', statements: [bare(best[0])] }
    : { state: 'few', statements: [] };
}

/** What differs from the node above beyond chance: what is worse first, as that is what a meeting can change. */
export function listDifferences(
  hasParent: boolean,
  figures: readonly StatementFigures[],
  recommendation: RecommendationFigures | null,
): DiscussionGuide['differs'] {
  if (!hasParent) return { state: 'no-parent', items: [] };
  const comparable = figures.filter(({ parentMean }) => parentMean !== null);
  if (comparable.length === 0 && !recommendation) return { state: 'few', items: [] };
  const items: GuideDifference[] = [];
  if (recommendation && recommendation.besideParent !== 'same') {
    items.push({
      statement: null,
      direction: recommendation.besideParent,
      value: recommendation.value,
      parentValue: recommendation.parentValue,
    });
  }
  for (const figure of comparable) {
    if (figure.besideParent === 'same') continue;
    items.push({
      statement: bare(figure),
      direction: figure.besideParent,
      value: figure.mean,
      parentValue: figure.parentMean ?? 0,
    });
  }
  items.sort((a, b) => Number(a.direction === 'better') - Number(b.direction === 'better'));
  return { state: items.length > 0 ? 'some' : 'none', items };
}

/**
 * Three questions to discuss: the lowest statement; then, of another theme, what is worse than the node above, what
 * has declined, or the next lowest; then what succeeds. Where the figures do not suffice, questions that need none.
 */
export function chooseQuestions(figures: readonly StatementFigures[]): GuideQuestion[] {
  const rising = figures.toSorted((a, b) => a.mean - b.mean);
  const [lowest] = rising;
  const others = rising.filter(({ theme }) => theme !== lowest?.theme);
  const strongest = rising.at(-1);
  const questions: GuideQuestion[] = [
    ...(lowest
      ? [question(lowest, 'lowest')]
      : [{ code: 'hear-more', because: 'few', statement: null } as const]),
    ...secondQuestion(others),
    ...(strongest && strongest !== lowest
      ? [{ code: 'keep', because: 'strongest', statement: bare(strongest) } as const]
      : []),
    { code: 'notice', because: 'always', statement: null },
    { code: 'one-thing', because: 'always', statement: null },
  ];
  return questions.slice(0, 3);
}

function secondQuestion(others: readonly StatementFigures[]): GuideQuestion[] {
  const worse = others.find(({ besideParent }) => besideParent === 'worse');
  if (worse) return [question(worse, 'worse-than-parent')];
  const declined = others.find(({ besideFormer }) => besideFormer === 'worse');
  if (declined) return [question(declined, 'declined')];
  // The strongest one is left for the third question.
  return others.length > 1 && others[0] ? [question(others[0], 'next-lowest')] : [];
}

const question = (figure: StatementFigures, because: GuideQuestion['because']): GuideQuestion => ({
  code: THEMES.find((theme) => theme === figure.theme) ?? 'other',
  because,
  statement: bare(figure),
});

const bare = ({ code, theme, text, mean, answers, state }: StatementFigures) => ({
  code,
  theme,
  text,
  mean,
  answers,
  state,
});
