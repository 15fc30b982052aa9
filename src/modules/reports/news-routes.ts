import { z } from 'zod';
import type { Actor } from '#platform/context.ts';
import { eventStream } from '#platform/http/event-stream.ts';
import { type Route, route } from '#platform/http/route.ts';
import type { Live } from '#platform/live.ts';
import { requirePermission } from '#platform/permissions.ts';
import type { Edge } from '#platform/transaction.ts';
import { can } from './permissions.ts';

/** What the event streams need of the process. */
export interface NewsParts {
  // oxlint-disable-next-line typescript/no-explicit-any -- only the tree is read
  readonly edge: Edge<any>;
  readonly live: Live;
  /** Who makes the request, looked up anew each time. */
  actorOf(request: Request): Promise<Actor>;
}

/** The route of events: `figures` says that a node's figures have changed; what they are is asked for elsewhere. */
export function newsRoutes(parts: NewsParts): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/api/nodes/{node}/news',
      summary: 'Server-sent events: `figures` whenever the figures of the node have changed',
      access: { action: can.followNews, node: 'any' },
      params: z.object({ node: z.uuid() }),
      response: 'text/event-stream',
      transaction: 'none',
      async handle(_, { params, request, requestId }) {
        await requireAccess(parts, request, params.node, requestId);
        return eventStream({
          live: parts.live,
          request,
          check: () => requireAccess(parts, request, params.node, requestId),
          tell({ county, topic, nodes }, write) {
            const isOurs =
              county === parts.edge.county && topic === 'figures' && nodes.includes(params.node);
            // After a break nobody knows what was missed, so everybody looks again.
            if (isOurs || nodes.includes('*')) write('figures');
          },
        });
      },
    }),
  ];
}

async function requireAccess(
  { edge, actorOf }: NewsParts,
  request: Request,
  node: string,
  requestId: string,
): Promise<void> {
  const actor = await actorOf(request);
  await edge.read(actor, requestId, (ctx) => requirePermission(ctx, can.followNews, node));
}
