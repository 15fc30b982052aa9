import { z } from 'zod';
import type { Actor } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
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

// A role that was taken away ends its streams within 5 s.
const CHECK_EVERY = 3_000;

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
        return new Response(openStream(parts, request, params.node, requestId), {
          headers: {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
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

/** The stream ends when the reader goes, or when they may no longer follow the node. */
function openStream(
  parts: NewsParts,
  request: Request,
  node: string,
  requestId: string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let release = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(stream) {
      let isOpen = true;
      const write = (text: string): void => {
        if (isOpen) stream.enqueue(encoder.encode(text));
      };
      const unsubscribe = parts.live.subscribe(({ county, topic, nodes }) => {
        const isOurs = county === parts.edge.county && topic === 'figures' && nodes.includes(node);
        // After a break nobody knows what was missed, so everybody looks again.
        if (isOurs || nodes.includes('*')) write('event: figures\ndata: {}\n\n');
      });
      const timer = setInterval(() => {
        requireAccess(parts, request, node, requestId).then(
          () => write(': still here\n\n'),
          // Only a refusal ends the stream; while the database cannot be asked it stays open and learns nothing.
          (error: unknown) => error instanceof AppError && end(),
        );
      }, CHECK_EVERY);
      release = () => {
        isOpen = false;
        clearInterval(timer);
        unsubscribe();
      };
      const end = (): void => {
        if (!isOpen) return;
        release();
        stream.close();
      };
      request.signal.addEventListener('abort', end, { once: true });
      write('retry: 2000\n\n');
    },
    cancel: () => release(),
  });
}
