import { type Route, route } from '#platform/http/route.ts';
import { problemOf } from '#platform/http/problem.ts';
import { type Language, languageFor } from '#platform/i18n.ts';
import type { Edge } from '#platform/transaction.ts';
import { ImportQuery, TableOutcome, TableQuery } from './contract.ts';
import { exportTable } from './export-table.ts';
import { checkTable, importTable } from './import-table.ts';
import { can } from './permissions.ts';
import { LARGEST_TABLE, readTable } from './read-table.ts';

/** What the routes of files need of the process. */
export interface TableParts {
  // oxlint-disable-next-line typescript/no-explicit-any -- the tree's tables are among them
  readonly edge: Edge<any>;
}

const languageOf = (request: Request): Language =>
  languageFor(request.headers.get('accept-language'));

/** The routes by which a county brings its tree in from a file, and fetches it. */
export const tableRoutes = (parts: TableParts): readonly Route[] => [
  ...readingRoutes,
  importRoute(parts),
];

const readingRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/nodes/table',
    summary: 'The tree as CSV, in the form in which it can be brought back',
    access: { action: can.downloadTree, node: 'any' },
    query: TableQuery,
    response: 'text/csv',
    audited: true,
    handle: async (ctx, { query }) =>
      new Response(await exportTable(ctx, query.language), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="polku-units.csv"',
          'cache-control': 'no-store',
        },
      }),
  }),
  route({
    method: 'post',
    path: '/api/nodes/table/check',
    summary: 'What a CSV file of nodes would change, row by row; writes nothing',
    access: { action: can.checkTable, node: 'any' },
    upload: LARGEST_TABLE,
    response: TableOutcome,
    reads: true,
    handle: async (ctx, { file, request }) =>
      checkTable(ctx, await readTable(file), languageOf(request)),
  }),
];

const importRoute = ({ edge }: TableParts): Route =>
  route({
    method: 'post',
    path: '/api/nodes/table',
    summary:
      'Writes a CSV file of nodes; server-sent events tell how far it is (`progress`) and how it went (`outcome` or `problem`)',
    access: { action: can.importTree, node: 'any' },
    query: ImportQuery,
    upload: LARGEST_TABLE,
    response: 'text/event-stream',
    transaction: 'none',
    async handle(_, { file, query, actor, request, requestId }) {
      const table = await readTable(file);
      const language = languageOf(request);
      return tellOf((tell) =>
        edge
          .write(actor, requestId, (ctx) =>
            importTable(ctx, table, {
              ...query,
              language,
              tell: (progress) => tell('progress', progress),
            }),
          )
          .then(
            (outcome) => tell('outcome', outcome),
            (error: unknown) => tell('problem', problemOf(error, language, requestId)),
          ),
      );
    },
  });

/** A stream of events for as long as some work takes. Whoever goes away meanwhile does not end the work. */
function tellOf(work: (tell: (event: string, data: object) => void) => Promise<void>): Response {
  const encoder = new TextEncoder();
  let isHeard = true;
  const stream = new ReadableStream<Uint8Array>({
    async start(stream) {
      await work((event, data) => {
        if (isHeard)
          stream.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      });
      if (isHeard) stream.close();
    },
    cancel: () => {
      isHeard = false;
    },
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}
