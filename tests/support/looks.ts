import type { ChannelCounts, Count, Dashboard, Figure, PublicFigures } from '#contract/reports';
import type { DiscussionGuide } from '#contract/development';

/** Of whom a number is. */
interface Cell {
  readonly measure: string;
  readonly set: string;
  readonly node: string;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
}

/** One number of people that an outlet shows or hides (null). */
export interface Look extends Cell {
  readonly n: number | null;
  /** There are at least so many; otherwise just so many. */
  readonly atLeast?: true;
}

/** How many a figure or a count says that there are. */
const sizeOf = (shown: Figure | Count): Pick<Look, 'n' | 'atLeast'> =>
  shown === null || ('state' in shown && shown.state === 'few')
    ? { n: null }
    : { n: shown.n, ...(shown.atLeast && { atLeast: true }) };
/** The last day of the month of a day. */
const lastDay = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString();
};

/** The numbers of people in a report. */
export function looksOfReport(report: Dashboard): Look[] {
  const { channel, path } = report;
  const set = report.set!.code;
  const parent = path.at(-1)?.id;
  const at = (node: string) => ({
    set,
    node,
    channel,
    from: report.from,
    to: lastDay(report.to),
  });
  // Whole months: the running one holds nobody after today.
  const now = at(report.node.id);
  const former = { ...now, from: report.formerFrom, to: report.formerTo };
  const measures = [
    ...(report.recommendation ? [{ measure: 'recommendation', ...report.recommendation }] : []),
    ...report.statements.map(({ code, ...each }) => ({ ...each, measure: code })),
  ];
  return [
    { ...now, measure: 'answers', ...sizeOf(report.answers) },
    { ...former, measure: 'answers', ...sizeOf(report.formerAnswers) },
    ...measures.flatMap(({ measure, figure, former: before, parent: above }) => [
      { ...now, measure, ...sizeOf(figure) },
      ...(before ? [{ ...former, measure, ...sizeOf(before) }] : []),
      ...(above && parent !== undefined ? [{ ...at(parent), measure, ...sizeOf(above) }] : []),
    ]),
    ...report.children.flatMap(({ id, answers, recommendation }) => [
      { ...at(id), measure: 'answers', ...sizeOf(answers) },
      ...(recommendation
        ? [{ ...at(id), measure: 'recommendation', ...sizeOf(recommendation) }]
        : []),
    ]),
    ...looksOfLine(report),
  ];
}

function looksOfLine({ line, set, node, channel, path }: Dashboard): Look[] {
  const parent = path.at(-1)?.id;
  return line.segments.flatMap(({ points }) =>
    points.flatMap(({ month, figure, parent: above }) => {
      const of = { set: set!.code, channel, from: month, to: lastDay(month) };
      return [
        { ...of, measure: 'recommendation', node: node.id, ...sizeOf(figure) },
        ...(above && parent !== undefined
          ? [{ ...of, measure: 'recommendation', node: parent, ...sizeOf(above) }]
          : []),
      ];
    }),
  );
}

/** The same in the file: every line that has a number. Nodes are known by their names, measures by their words. */
export function looksOfFile(csv: string, report: Dashboard): Look[] {
  const nodes = new Map(
    [report.node, ...report.path, ...report.children].map(({ id, name }) => [name.en!, id]),
  );
  const measures = new Map([
    ['Answers', 'answers'],
    ['Net Promoter Score (NPS)', 'recommendation'],
    ['Net Promoter Score (NPS), month', 'recommendation'],
    ...report.statements.map(({ code, text }) => [text.en!, code] as const),
  ]);
  const rows = csv.trim().split('\n').slice(1).map(cellsOf);
  return rows.map(([who, from, to, , what, least, n]) => ({
    measure: measures.get(what!)!,
    set: report.set!.code,
    node: nodes.get(who!)!,
    channel: report.channel,
    from: from!,
    to: lastDay(to!),
    n: n === '' ? null : Number(n),
    ...(least !== '' && { atLeast: true as const }),
  }));
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  );

/** The answers of each channel. */
export function looksOfChannels(report: Dashboard, { channels }: ChannelCounts): Look[] {
  const { from, to: day } = report;
  const to = lastDay(day);
  const of = { measure: 'answers', set: report.set!.code, node: report.node.id, from, to };
  return (channels ?? []).map(({ channel, answers }) => ({ ...of, channel, ...sizeOf(answers) }));
}

/**
 * The answers of a file of rows, by the names under which they stand. What is told under a node above units, with all that is told below it,
 * is all of that node when anything is told under its own name.
 */
export function looksOfRows(
  csv: string,
  county: { nodes: ReadonlyMap<string, string>; within: (node: string) => readonly string[] },
): Look[] {
  const [heads, ...lines] = csv.replace('\ufeff', '').trim().split('\n').map(cellsOf);
  const rows = lines.map((cells) =>
    Object.fromEntries(heads!.map((head, at) => [head, cells[at]!])),
  );
  const placed = rows.map((row) => ({ row, node: county.nodes.get(row['name']!)! }));
  const measures = heads!.slice(heads!.indexOf('recommendation'));
  return [...Map.groupBy(placed, ({ row, node }) => `${row['month']} ${node}`).values()].flatMap(
    ([first]) => {
      const {
        row: { month, set },
        node,
      } = first!;
      const below = new Set(county.within(node));
      const all = placed.filter(({ row, node: at }) => row['month'] === month && below.has(at));
      const of = { set: set!, node, from: `${month}-01`, to: lastDay(`${month}-01`) };
      const looksOf = (channel: string, told: typeof all): Look[] => [
        { ...of, channel, measure: 'answers', n: told.length },
        ...measures.map((measure) => ({
          ...of,
          channel,
          measure,
          n: told.filter(
            ({ row }) =>
              row[measure] !== '' && (measure === 'recommendation' || row[measure] !== '0'),
          ).length,
        })),
      ];
      const channels = new Set(all.map(({ row }) => row['channel']!).filter(Boolean));
      const apart = below.size === 1 ? [...channels] : [];
      return [
        ...looksOf('all', all),
        ...apart.flatMap((channel) =>
          looksOf(
            channel,
            all.filter(({ row }) => row['channel'] === channel),
          ),
        ),
      ].filter(({ n, measure }) => n !== 0 || measure === 'answers');
    },
  );
}

/** What the discussion guide says of how many. */
export function looksOfGuide(guide: DiscussionGuide): Look[] {
  const { node, set, periodFrom: from, periodTo } = guide;
  const of = { set: set!.code, node: node.id, channel: 'all', from, to: lastDay(periodTo) };
  return [
    { ...of, measure: 'answers', ...sizeOf(guide.answers) },
    ...guide.well.statements.map(({ code, answers }) => ({
      ...of,
      measure: code,
      ...sizeOf(answers),
    })),
  ];
}

/** What everybody may see of a node. */
export function looksOfPublic({ node, month, set, ...figures }: PublicFigures): Look[] {
  if (month === null || !set) return [];
  const at = (first: string) => ({
    set: set.code,
    node: node.id,
    channel: 'all',
    from: first,
    to: lastDay(first),
  });
  return [
    { ...at(month), measure: 'answers', n: figures.answers },
    ...(figures.recommendation
      ? [{ ...at(month), measure: 'recommendation', ...sizeOf(figures.recommendation) }]
      : []),
    ...figures.statements.map(({ code, figure }) => ({
      ...at(month),
      measure: code,
      ...sizeOf(figure),
    })),
    ...figures.line.segments.flatMap(({ points }) =>
      points.map(({ month: first, figure }) => ({
        ...at(first),
        measure: 'recommendation',
        ...sizeOf(figure),
      })),
    ),
  ];
}

/** Every number of answers that a page says in words. */
export const numbersOnPage = (html: string): number[] =>
  [...html.replaceAll(/<[^>]+>/g, '').matchAll(/([\d\u00a0]+) answers?\b/g)].map(([, n]) =>
    Number(n!.replaceAll('\u00a0', '')),
  );
