import { getRoot } from '#modules/organisation';
import type { AuditRecord } from '#platform/audit.ts';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import { dayOf } from '#platform/time.ts';
import {
  AuditFileQuery,
  type AuditFilter,
  AuditOverview,
  AuditPage,
  AuditQuery,
} from './contract.ts';
import { entriesCsv } from './entries-csv.ts';
import { can } from './permissions.ts';
import { readChainState, searchEntries } from './search-entries.ts';

const atRoot = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;

/** What was searched for goes into the log as well: who looks into it is looked after. */
const searched = ({ query }: { query: AuditFilter }): AuditRecord['detail'] => {
  const { who, action, node, thing, from, to } = query;
  return Object.fromEntries(
    Object.entries({ who, action, node, thing, from, to }).filter(([, value]) => value),
  ) as AuditRecord['detail'];
};

/** The audit log for administrators: to be searched, never to be changed. `actions` are those that are written into it. */
export const routes = (actions: () => readonly string[]): readonly Route[] => [
  route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who did what to which thing, the newest first; each search is written down as well',
    access: { action: can.search, node: atRoot },
    audited: searched,
    query: AuditQuery,
    response: AuditPage,
    handle: (ctx, { query }) => searchEntries(ctx, query),
  }),
  route({
    method: 'get',
    path: '/api/audit/overview',
    summary: 'The actions that are written into the audit log, and how its chain stands',
    access: { action: can.readOverview, node: atRoot },
    response: AuditOverview,
    handle: async (ctx) => ({ actions: [...actions()], chain: await readChainState(ctx) }),
  }),
  route({
    method: 'get',
    path: '/api/audit.csv',
    summary: 'What was searched for as a file',
    access: { action: can.export, node: atRoot },
    audited: searched,
    query: AuditFileQuery,
    response: 'text/csv',
    async handle(ctx, { query: { language, ...filter } }) {
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="audit-${dayOf(ctx.now())}.csv"`,
        'cache-control': 'no-store',
      };
      return new Response(await entriesCsv(ctx, filter, language), { headers });
    },
  }),
];
