import { z } from 'zod';
import { readPurpose } from '#modules/feedback';
import { PURPOSE_HEADER } from '#contract/feedback';
import type { Actor, AnyContext } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { type Route, route } from '#platform/http/route.ts';
import { type Sent, streamResponse } from '#platform/http/stream.ts';
import type { Log } from '#platform/log.ts';
import { requirePermission } from '#platform/permissions.ts';
import type { Edge } from '#platform/transaction.ts';
import { openAnswerRows } from './answer-rows.ts';
import { AnswersQuery, ROWS_HEADER } from './contract.ts';
import { can } from './permissions.ts';

/** What the route of answers needs of the process. */
export interface AnswerParts {
  // oxlint-disable-next-line typescript/no-explicit-any -- answers, figures, the tree and the audit log
  readonly edge: Edge<any>;
  readonly log: Pick<Log, 'warn'>;
}

/** So many at a time: each holds a connection for as long as it is being fetched. */
const MOST_AT_ONCE = 2;
const PATIENCE = 10_000;
const RETRY_SECONDS = 10;

/** The route by which answers leave as rows. */
export function answerRoutes({ edge, log }: AnswerParts): readonly Route[] {
  let underWay = 0;
  return [
    route({
      method: 'get',
      path: '/api/nodes/{node}/answers.csv',
      summary:
        'The answers of months that have ended, a row each, under names that tell no more of small groups than the reports do',
      access: { action: can.exportAnswers, node: (_, { params }) => params.node },
      params: z.object({ node: z.uuid() }),
      query: AnswersQuery,
      response: 'text/csv',
      audited: true,
      purpose: true,
      transaction: 'none',
      async handle(_, { params, query, request, actor, requestId }) {
        if (underWay >= MOST_AT_ONCE)
          throw new AppError('unavailable', 'busy', { retryAfter: RETRY_SECONDS });
        underWay += 1;
        return streamResponse({
          read: (work) => edge.read(actor, requestId, work).finally(() => (underWay -= 1)),
          open: (ctx) => openExport(ctx, edge, { node: params.node, query, request, actor }),
          patience: PATIENCE,
          onBreak: (err) => log.warn({ err, requestId }, 'an export broke off'),
        });
      },
    }),
  ];
}

interface Asked {
  readonly node: string;
  readonly query: AnswersQuery;
  readonly request: Request;
  readonly actor: Actor;
}

/** Who took which rows and why is committed to the audit log before the first one leaves. */
async function openExport(
  ctx: AnyContext,
  edge: AnswerParts['edge'],
  { node, query, request, actor }: Asked,
): Promise<Sent> {
  await requirePermission(ctx, can.exportAnswers, node);
  const { kind: purpose, ...words } = readPurpose(request.headers.get(PURPOSE_HEADER));
  const { from, to } = query;
  const answers = await openAnswerRows(ctx, node, query);
  const { set, rows } = answers;
  await edge.write(actor, ctx.requestId, (writing) =>
    writing.audit({
      action: can.exportAnswers.name,
      thing: `node/${node}`,
      node,
      detail: { from, to, set, rows, purpose, ...words },
    }),
  );
  const name = `${answers.node.code}-${from}-${to}`.replaceAll(/[^\w-]+/g, '-');
  return {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
      [ROWS_HEADER]: String(rows),
    },
    body: answers.read(),
  };
}
