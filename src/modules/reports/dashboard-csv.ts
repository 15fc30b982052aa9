import { csvTable } from '#platform/csv.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import type { Count, Dashboard, Figure, Measured, SetVersion } from './contract.ts';
import { daysOfMonth } from './period.ts';

const HEADS = [
  'who',
  'from',
  'to',
  'survey',
  'what',
  'atLeast',
  'n',
  'value',
  'low',
  'high',
  'state',
] as const;

/** A line of the file before its figures are written in the reader's way. */
interface Line {
  readonly who: string;
  readonly from: string;
  readonly to: string;
  /** With which version of which statements; the report's own, unless a month had another. */
  readonly set?: SetVersion;
  readonly what: string;
  readonly figure: Figure | { readonly state: 'count'; readonly count: Count };
}

/** The report as CSV. What is hidden on the screen is hidden here. */
export function dashboardCsv(report: Dashboard, language: Language): string {
  const t = words(language);
  const survey = (set: SetVersion | null): string =>
    set === null
      ? ''
      : t('reports:versionOf', { name: inLanguage(set.name, language), version: set.version });
  const rows = listLines(report, language).map(
    ({ who, from, to, what, figure, set = report.set }) => [
      who,
      from,
      to,
      survey(set),
      what,
      ...cellsOf(figure, language),
    ],
  );
  return csvTable([HEADS.map((key) => t(`reports:csv.${key}`)), ...rows], language);
}

function listLines(report: Dashboard, language: Language): Line[] {
  const t = words(language);
  const { from, to, formerFrom, formerTo, path, node } = report;
  const [answers, recommendation] = [t('reports:answers'), t('reports:recommendation')];
  const who = inLanguage(node.name, language);
  const parent = path.at(-1);
  const counted = (count: Count): Line['figure'] => ({ state: 'count', count });
  const measured = (what: string, each: Measured | null): Line[] =>
    each === null
      ? []
      : [
          { who, from, to, what, figure: each.figure },
          ...(each.former
            ? [{ who, from: formerFrom, to: formerTo, what, figure: each.former }]
            : []),
          ...(each.parent && parent
            ? [{ who: inLanguage(parent.name, language), from, to, what, figure: each.parent }]
            : []),
        ];
  const months = report.line.segments.flatMap(({ set, points }) =>
    points.map((point) => ({ ...point, set })),
  );
  return [
    { who, from, to, what: answers, figure: counted(report.answers) },
    { who, from: formerFrom, to: formerTo, what: answers, figure: counted(report.formerAnswers) },
    ...measured(recommendation, report.recommendation),
    ...report.statements.flatMap((each) => measured(inLanguage(each.text, language), each)),
    ...report.children.flatMap((child) => {
      const its = { who: inLanguage(child.name, language), from, to };
      return [
        { ...its, what: answers, figure: counted(child.answers) },
        ...(child.recommendation
          ? [{ ...its, what: recommendation, figure: child.recommendation }]
          : []),
      ];
    }),
    ...months.map(({ month, figure, set }) => {
      const what = `${recommendation}, ${t('reports:month')}`;
      return { who, from: month, to: daysOfMonth(month).to, set, what, figure };
    }),
  ];
}

function cellsOf(figure: Line['figure'], language: Language): string[] {
  const t = words(language);
  const number = (value: number): string =>
    language === 'en' ? String(value) : String(value).replace('.', ',');
  const shown = figure.state === 'count' ? figure.count : figure.state === 'few' ? null : figure;
  if (!shown) return ['', '', '', '', '', t('reports:state.few')];
  const n = [shown.atLeast ? t('reports:csv.isAtLeast') : '', String(shown.n)];
  if (figure.state === 'few' || figure.state === 'count') return [...n, '', '', '', ''];
  const { value, low, high, state } = figure;
  return [...n, ...[value, low, high].map(number), t(`reports:state.${state}`)];
}
