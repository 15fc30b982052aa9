import { z } from 'zod';
import { type Route, route } from '#platform/http/route.ts';
import {
  ChannelCounts,
  ChannelQuery,
  CsvQuery,
  Dashboard,
  DashboardQuery,
  type Months,
} from './contract.ts';
import { getChannels } from './channels.ts';
import { type DashboardChoice, getDashboard } from './dashboard.ts';
import { dashboardCsv } from './dashboard-csv.ts';
import { can } from './permissions.ts';

const params = z.object({ node: z.uuid() });

/** The JSON routes of the reports. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/nodes/{node}/dashboard',
    summary:
      'The report of a node: figures with n, interval and state, beside the former period and the node above',
    access: { action: can.readDashboard, node: (_, { params }) => params.node },
    params,
    query: DashboardQuery,
    response: Dashboard,
    handle: (ctx, { params, query }) => getDashboard(ctx, params.node, choiceOf(query)),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/dashboard/channels',
    summary: 'How many answers of the report came through each channel',
    access: { action: can.readChannels, node: (_, { params }) => params.node },
    params,
    query: ChannelQuery,
    response: ChannelCounts,
    handle: (ctx, { params, query }) =>
      getChannels(ctx, params.node, {
        ...query,
        months: Number(query.months) as Months,
      }),
  }),
  route({
    method: 'get',
    path: '/api/nodes/{node}/dashboard.csv',
    summary: 'The same report as a file, with the same groups hidden',
    access: { action: can.downloadDashboard, node: (_, { params }) => params.node },
    params,
    query: CsvQuery,
    response: 'text/csv',
    audited: true,
    async handle(ctx, { params, query }) {
      const report = await getDashboard(ctx, params.node, choiceOf(query));
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${report.node.slug}-${report.to}.csv"`,
        'cache-control': 'no-store',
      };
      return new Response(dashboardCsv(report, query.language), { headers });
    },
  }),
];

const choiceOf = ({ months, ...rest }: z.infer<typeof DashboardQuery>): DashboardChoice => ({
  months: Number(months) as Months,
  ...rest,
});
