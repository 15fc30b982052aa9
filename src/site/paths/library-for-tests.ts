import pg from 'pg';
import { expect } from 'vitest';
import { tell } from '#platform/news.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { type LibraryPath, libraryPaths, plantLibrary } from '#tests/support/plant-library.ts';

/** What would end a script, were it not for its being escaped. */
export const ATTACK = '</script><script>alert(1)</script> & "x"';
const odd = (code: string, title: string): LibraryPath => ({
  ...libraryPaths(5)[4]!,
  code,
  title: [title, title],
  topic: [`Outo ${code}`, `Udda ${code}`],
});

/** Forty-nine service paths of every day, and four with titles that nobody would give. */
export const LIBRARY = [
  ...libraryPaths(49),
  odd('hyokkays', `Hyökkäys ${ATTACK}`),
  odd('hymio', '😀 Hymiö 👩‍⚕️'),
  odd('oikealta', 'שלום עולם'),
  odd('merkki', `Merkki \u0001\u000B loppu`),
];

/** A site that has published them, and how to look into it. */
export interface LibrarySite {
  readonly running: TestProcess;
  /** What stands at an address that must be there. */
  read(address: string): Promise<string>;
  /** The id of the path at an address. */
  pathIn(language: string, slug: string): Promise<string>;
  query<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]>;
  /** Sets what a path is besides its versions, and tells it. */
  change(path: string, values: Record<string, unknown>): Promise<void>;
}

/** Starts one. */
export async function startLibrarySite(): Promise<LibrarySite> {
  const running = await startProcess({ env: { PUBLIC_URL: 'https://polku.example' } });
  const withClient = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: running.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const place = { county: running.county, node: running.root };
  await withClient((client) => plantLibrary(client, place, LIBRARY));
  const query = <Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> =>
    withClient(async (client) => (await client.query<Row>(text, values)).rows);
  return {
    running,
    query,
    async read(address) {
      const response = await running.ask(address);
      expect(response.status, address).toBe(200);
      return response.text();
    },
    async pathIn(language, slug) {
      const rows = await query<{ path_id: string }>(
        'select path_id from path_slug where language = $1 and slug = $2',
        [language, slug],
      );
      return rows[0]!.path_id;
    },
    change: (path, values) =>
      running.run(async (ctx) => {
        await ctx.db.updateTable('service_path').set(values).where('id', '=', path).execute();
        await tell(ctx, 'public', []);
      }),
  };
}
