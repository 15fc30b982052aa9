import fc from 'fast-check';
import { type ChannelCounts, type Dashboard, MONTHS } from '#contract/reports';
import type { DiscussionGuide } from '#contract/development';
import { getPublicFigures, listToldMonths, publishMonths, rebuild } from '#modules/reports';
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
  /** Months before this one, and the day of the month, as far as it goes. */
  readonly ago: number;
  readonly day: number;
  readonly count: number;
  readonly recommends: boolean;
  readonly says: boolean;
}

// Around the ends of the periods, and anywhere.
const ago = fc.oneof(fc.constantFrom(0, 0, 1, 1, 2, 3, 4, 7, 11, 12), fc.nat({ max: 24 }));

/** What people of five units may have answered in two years. */
export const groups: fc.Arbitrary<Group[]> = fc.array(
  fc.record({
    unit: fc.nat({ max: 4 }),
    set: fc.constantFrom('national', 'national', 'national', 'did-not-get-in'),
    channel: fc.constantFrom(...CHANNELS),
    ago,
    day: fc.oneof(fc.constantFrom(1, 31), fc.integer({ min: 1, max: 31 })),
    count: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 })),
    recommends: fc.boolean(),
    says: fc.boolean(),
  }),
  { minLength: 6, maxLength: 40 },
);

/** A running county of two domains with five units, whose every outlet can be looked at. */
export async function startSmallCounty(first: string) {
  let today = first;
  const app = await startProcess({ clock: () => noonOf(today) });
  const domains = [await app.addUnit(app.root, 'domain'), await app.addUnit(app.root, 'domain')];
  const units = [
    await app.addUnit(domains[0]!),
    await app.addUnit(domains[0]!),
    await app.addUnit(domains[1]!),
    await app.addUnit(domains[1]!),
    await app.addUnit(domains[1]!),
  ];
  const surveys = await app.run(readSurveys);
  return {
    domains,
    units,
    root: app.root,
    stop: () => app.stop(),
    /** Lets these and nobody else have answered by a day. */
    async fill(given: readonly Group[], day: string) {
      today = day;
      await app.run(async (ctx) => {
        await ctx.db.deleteFrom('published_month').execute();
        await ctx.db.deleteFrom('answer').execute();
        const answers = given.flatMap((group) => answersOf(group, units, surveys, day));
        await insertAnswers(ctx as TestContext, answers);
        await rebuild(ctx);
      });
    },
    /** Every single month of which a number may be told on a day. */
    listTold: (day: string) => app.run((ctx) => listToldMonths(ctx, day, 25)),
    /** What everybody can see on a day; the months that are due by then have been published. */
    async look(day: string) {
      today = day;
      await app.run((ctx) => publishMonths(ctx));
      const { cookie } = await app.signIn('experience-team');
      return lookAtAll(app, cookie, {
        nodes: [app.root, ...domains, ...units],
        months: closedMonthsOf(day),
        within: (node) =>
          node === app.root
            ? [node, ...domains, ...units]
            : node === domains[0]
              ? [node, ...units.slice(0, 2)]
              : node === domains[1]
                ? [node, ...units.slice(2)]
                : [node],
      });
    },
  };
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The day on which people of a group answered, when they were asked by `today`. */
export function dayOfGroup({ ago: months, day }: Group, today: string): string {
  const month = Temporal.PlainDate.from(today).subtract({ months }).with({ day: 1 });
  const on = month.with({ day: Math.min(day, month.daysInMonth) }).toString();
  return on < today ? on : today;
}

function answersOf(
  group: Group,
  units: readonly string[],
  surveys: ReadonlyMap<string, TestSurvey & { statements: number }>,
  today: string,
) {
  const { unit, set, channel, count, recommends, says } = group;
  const survey = surveys.get(set)!;
  const scores = [says ? 5 : 0, 4, ...Array.from({ length: survey.statements - 2 }, () => null)];
  return Array.from({ length: count }, () => ({
    node: units[unit]!,
    survey,
    day: dayOfGroup(group, today),
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
  { nodes, months: closed, within }: Seen,
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
      for (const months of MONTHS) {
        for (const channel of ['all', ...CHANNELS]) {
          const query = `months=${months}&channel=${channel}&set=${set}`;
          const report = await read<Dashboard>(`${at}/dashboard?${query}`);
          looks.push(...looksOfReport(report));
          const file = await ask(`${at}/dashboard.csv?${query}&language=en`);
          looks.push(...looksOfFile(await file.text(), report));
          if (channel !== 'all') continue;
          const some = `months=${months}&set=${set}`;
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
      const query = `from=${closed[0]}&to=${closed[1]}&set=${set}&language=en`;
      const file = await ask(`/api/nodes/${node}/answers.csv?${query}`);
      looks.push(...looksOfRows(await file.text(), { nodes: names, within }));
    }
  }
  return { staff: looks, everybody };
}
