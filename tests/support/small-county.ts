import fc from 'fast-check';
import type { ChannelCounts, Dashboard } from '#contract/reports';
import type { DiscussionGuide } from '#contract/development';
import { getPublicFigures, publishMonths, rebuild } from '#modules/reports';
import { addDays, dayOf } from '#platform/time.ts';
import { insertAnswers, type TestSurvey } from './report-sample.ts';
import type { TestContext } from './database.ts';
import {
  type Look,
  looksOfChannels,
  looksOfFile,
  looksOfGuide,
  looksOfPublic,
  looksOfReport,
  looksOfRows,
  numbersOnPage,
} from './looks.ts';
import { startProcess, type TestProcess } from './process.ts';

const CHANNELS = ['qr', 'sms'] as const;
const SETS = ['national', 'did-not-get-in'] as const;

/** So many people of a unit who answered alike on a day. */
export interface Group {
  readonly unit: number;
  readonly set: (typeof SETS)[number];
  readonly channel: (typeof CHANNELS)[number];
  /** Days before today. */
  readonly ago: number;
  readonly count: number;
  readonly recommends: boolean;
  readonly says: boolean;
}

// Around the ends of the windows, and anywhere.
const ago = fc.oneof(
  fc.constantFrom(0, 3, 15, 29, 30, 31, 44, 59, 60, 80, 89, 90, 120, 179, 180, 200, 364, 365, 400),
  fc.nat({ max: 420 }),
);

/** What people of five units may have answered in little more than a year. */
export const groups: fc.Arbitrary<Group[]> = fc.array(
  fc.record({
    unit: fc.nat({ max: 4 }),
    set: fc.constantFrom('national', 'national', 'national', 'did-not-get-in'),
    channel: fc.constantFrom(...CHANNELS),
    ago,
    count: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 })),
    recommends: fc.boolean(),
    says: fc.boolean(),
  }),
  { minLength: 6, maxLength: 30 },
);

/** A running county of two domains with five units, whose every outlet can be looked at. */
export async function startSmallCounty(now: Date) {
  const app = await startProcess({ clock: () => now });
  const domains = [await app.addUnit(app.root, 'domain'), await app.addUnit(app.root, 'domain')];
  const units = [
    await app.addUnit(domains[0]!),
    await app.addUnit(domains[0]!),
    await app.addUnit(domains[1]!),
    await app.addUnit(domains[1]!),
    await app.addUnit(domains[1]!),
  ];
  const surveys = await app.run(readSurveys);
  const { cookie } = await app.signIn('experience-team');
  const today = dayOf(now);
  return {
    domains,
    units,
    root: app.root,
    today,
    stop: () => app.stop(),
    /** Lets these and nobody else have answered. */
    fill: (given: readonly Group[]) =>
      app.run(async (ctx) => {
        await ctx.db.deleteFrom('published_month').execute();
        await ctx.db.deleteFrom('answer').execute();
        const answers = given.flatMap((group) => answersOf(group, units, surveys, today));
        await insertAnswers(ctx as TestContext, answers);
        await rebuild(ctx);
        await publishMonths(ctx);
      }),
    look: () =>
      lookAtAll(app, cookie, {
        nodes: [app.root, ...domains, ...units],
        months: closedMonthsOf(today),
        within: (node) =>
          node === app.root
            ? [node, ...domains, ...units]
            : node === domains[0]
              ? [node, ...units.slice(0, 2)]
              : node === domains[1]
                ? [node, ...units.slice(2)]
                : [node],
      }),
  };
}

function answersOf(
  { unit, set, channel, ago: days, count, recommends, says }: Group,
  units: readonly string[],
  surveys: ReadonlyMap<string, TestSurvey & { statements: number }>,
  today: string,
) {
  const survey = surveys.get(set)!;
  const scores = [says ? 5 : 0, 4, ...Array.from({ length: survey.statements - 2 }, () => null)];
  return Array.from({ length: count }, () => ({
    node: units[unit]!,
    survey,
    day: addDays(today, -days),
    channel,
    recommendation: recommends && set === 'national' ? 9 : null,
    scores,
  }));
}

async function readSurveys(ctx: Pick<TestContext, 'db'>) {
  const rows = await ctx.db
    .selectFrom('survey_version as v')
    .innerJoin('statement_set as s', 's.id', 'v.set_id')
    .innerJoin('statement as w', 'w.set_id', 's.id')
    .select(['s.code', 'v.id as version', 's.id as set'])
    .select(({ fn }) => fn.countAll<string>().as('statements'))
    .groupBy(['s.code', 'v.id', 's.id'])
    .execute();
  return new Map(
    rows.map(({ code, version, set, statements }) => [
      code as string,
      { version: version as string, set: set as string, statements: Number(statements) },
    ]),
  );
}

interface Seen {
  readonly nodes: readonly string[];
  /** The first and the last month of the line. */
  readonly months: readonly [string, string];
  within(node: string): readonly string[];
}

function closedMonthsOf(today: string): [string, string] {
  const month = Temporal.PlainDate.from(today).toPlainYearMonth();
  return [month.subtract({ months: 12 }).toString(), month.subtract({ months: 1 }).toString()];
}

/** Everything that anybody can be shown: every combination of the filters, in every outlet. */
async function lookAtAll(
  app: TestProcess,
  cookie: string,
  { nodes, months, within }: Seen,
): Promise<{ staff: Look[]; everybody: Look[] }> {
  const ask = async (address: string): Promise<Response> => {
    const response = await app.ask(address, {
      cookie,
      headers: { 'polku-purpose': 'discussion' },
    });
    if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    return response;
  };
  const read = async <T>(address: string): Promise<T> => (await (await ask(address)).json()) as T;
  const looks: Look[] = [];
  const everybody: Look[] = [];
  const names = new Map<string, string>();
  for (const node of nodes) {
    const at = `/api/nodes/${node}`;
    for (const set of SETS) {
      const { node: own } = await read<Dashboard>(`${at}/dashboard?set=${set}`);
      names.set(own.name.en!, node);
      for (const days of [30, 90, 365]) {
        for (const channel of ['all', ...CHANNELS]) {
          const query = `days=${days}&channel=${channel}&set=${set}`;
          const report = await read<Dashboard>(`${at}/dashboard?${query}`);
          looks.push(...looksOfReport(report));
          const file = await ask(`${at}/dashboard.csv?${query}&language=en`);
          looks.push(...looksOfFile(await file.text(), report));
          if (channel !== 'all') continue;
          const some = `days=${days}&set=${set}`;
          const channels = await read<ChannelCounts>(`${at}/dashboard/channels?${some}`);
          looks.push(...looksOfChannels(report, channels));
          looks.push(
            ...looksOfGuide(await read<DiscussionGuide>(`${at}/discussion-guide?${some}`)),
          );
        }
      }
    }
    const figures = await app.run((ctx) => getPublicFigures(ctx, node));
    const published = looksOfPublic(figures);
    everybody.push(...published);
    if (figures.node.kind !== 'unit') continue;
    const page = await (await ask(`/en/units/${figures.node.slug}`)).text();
    const known = new Set(published.map(({ n }) => n));
    const more = numbersOnPage(page).filter((n) => n !== 10 && !known.has(n));
    if (more.length > 0) throw new Error(`the page of ${node} says more: ${more.join(', ')}`);
  }
  for (const node of nodes) {
    for (const set of SETS) {
      const query = `from=${months[0]}&to=${months[1]}&set=${set}&language=en`;
      const file = await ask(`/api/nodes/${node}/answers.csv?${query}`);
      looks.push(...looksOfRows(await file.text(), { nodes: names, within }));
    }
  }
  return { staff: looks, everybody };
}
