import { countyOfAnswers, medianOfDashboard, signIn } from './many-answers.ts';
import { machine, table } from './machine.ts';
import { startServer } from '#tests/support/server.ts';

const SIZES = [100_000, 1_000_000] as const;

/** The dashboards of the county and of a unit, over HTTP, at two sizes a decade apart. */
export async function run(): Promise<void> {
  process.stdout.write(`report: ${machine()}\n`);
  const measured: Record<'county' | 'unit', number[]> = { county: [], unit: [] };
  for (const size of SIZES) {
    const server = await startServer({ port: 3925 });
    try {
      const { county, unit } = await countyOfAnswers(server, { size });
      const cookie = await signIn(server.port, 'johto');
      measured.county.push(await medianOfDashboard(server.port, county, cookie));
      measured.unit.push(await medianOfDashboard(server.port, unit, cookie));
    } finally {
      await server.stop();
    }
  }
  table(
    ['dashboard', ...SIZES.map((size) => `${size.toLocaleString('en')} answers, ms`), 'ratio'],
    (['county', 'unit'] as const).map((node) => {
      const [small, large] = measured[node] as [number, number];
      return [node, small.toFixed(1), large.toFixed(1), (large / small).toFixed(2)];
    }),
  );
  process.stdout.write('promise: county < 100 ms, unit < 10 ms, ratio < 1.5\n');
}
