import { z } from 'zod';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import { type Language, languageFor } from '#platform/i18n.ts';
import { copyPath } from './copy-path.ts';
import { exportPathTable } from './export-path-table.ts';
import {
  checkNewPathTable,
  checkPathTable,
  createPathOfTable,
  importPathTable,
} from './import-path-table.ts';
import { selectSlugs } from './path-address.ts';
import { can } from './permissions.ts';
import { LARGEST_PATH_FILE, readPathTable } from './read-path-table.ts';
import {
  NewPathTableImportQuery,
  NewPathTableQuery,
  PathCopyForm,
  PathTableCheckQuery,
  PathTableImportQuery,
  PathTableOutcome,
  PathTableQuery,
} from './table-contract.ts';
import { getPathOwner } from './version-store.ts';

const params = z.object({ path: z.uuid() });

const owner = (ctx: RouteContext, input: { params: { path: string } }): Promise<string> =>
  getPathOwner(ctx, input.params.path);

const languageOf = (request: Request): Language =>
  languageFor(request.headers.get('accept-language'));

/** The routes by which a path comes from a spreadsheet, a template or another path, and goes into a spreadsheet. */
export const tableRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/paths/{path}/table',
    summary: 'Every text of the path as CSV, in the form in which it can be brought back',
    access: { action: can.downloadTable, node: owner },
    params,
    query: PathTableQuery,
    response: 'text/csv',
    handle: async (ctx, { params, query: { language } }) => {
      const slugs = await selectSlugs(ctx, params.path);
      const name = slugs[language] ?? slugs.fi ?? 'polku';
      return new Response(await exportPathTable(ctx, params.path, language), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${name}.csv"`,
          'cache-control': 'no-store',
        },
      });
    },
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/table/check',
    summary: 'What a spreadsheet would change in the draft, row by row; writes nothing',
    access: { action: can.checkTable, node: owner },
    params,
    query: PathTableCheckQuery,
    upload: LARGEST_PATH_FILE,
    response: PathTableOutcome,
    reads: true,
    handle: async (ctx, { params, query, file, request }) =>
      checkPathTable(ctx, params.path, await readPathTable(file), {
        ...query,
        language: languageOf(request),
      }),
  }),
  route({
    method: 'post',
    path: '/api/paths/{path}/table',
    summary: 'Writes the rows of a spreadsheet that fit into the draft; publishes nothing',
    access: { action: can.importTable, node: owner },
    params,
    query: PathTableImportQuery,
    upload: LARGEST_PATH_FILE,
    response: PathTableOutcome,
    handle: async (ctx, { params, query, file, request }) =>
      importPathTable(ctx, params.path, await readPathTable(file), {
        ...query,
        language: languageOf(request),
      }),
  }),
  route({
    method: 'post',
    path: '/api/path-imports/check',
    summary: 'What a spreadsheet would make of a new path, row by row; writes nothing',
    access: { action: can.checkNewTable, node: (_, { query }) => query.node },
    query: NewPathTableQuery,
    upload: LARGEST_PATH_FILE,
    response: PathTableOutcome,
    reads: true,
    handle: async (_, { query, file, request }) =>
      checkNewPathTable(await readPathTable(file), query.title, languageOf(request)),
  }),
  route({
    method: 'post',
    path: '/api/path-imports',
    summary: 'Begins a path with what a spreadsheet holds; publishes nothing',
    access: { action: can.createFromTable, node: (_, { query }) => query.node },
    query: NewPathTableImportQuery,
    upload: LARGEST_PATH_FILE,
    response: z.object({ id: z.uuid(), outcome: PathTableOutcome }),
    status: 201,
    handle: async (ctx, { query: { digest, ...given }, file, request }) =>
      createPathOfTable(ctx, given, await readPathTable(file), {
        digest,
        language: languageOf(request),
      }),
  }),
  route({
    method: 'post',
    path: '/api/path-copies',
    summary: 'Begins a path as a template or as another path; publishes nothing',
    access: { action: can.copyPath, node: (_, { body }) => body.node },
    body: PathCopyForm,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { body }) => ({ id: await copyPath(ctx, body) }),
  }),
];
