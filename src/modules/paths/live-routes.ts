import { z } from 'zod';
import { accountOf, type Actor, type AnyContext } from '#platform/context.ts';
import { eventStream } from '#platform/http/event-stream.ts';
import { type Route, type RouteContext, route } from '#platform/http/route.ts';
import type { Live, News } from '#platform/live.ts';
import { tell } from '#platform/news.ts';
import { requirePermission } from '#platform/permissions.ts';
import type { Edge } from '#platform/transaction.ts';
import { can } from './permissions.ts';
import { PresenceForm } from './review-contract.ts';
import { selectNames } from './review-store.ts';
import { getPathOwner } from './version-store.ts';

/** What the event streams need of the process. */
export interface LiveParts {
  // oxlint-disable-next-line typescript/no-explicit-any -- only the tree and the paths are read
  readonly edge: Edge<any>;
  readonly live: Live;
  /** Who makes the request, looked up anew each time. */
  actorOf(request: Request): Promise<Actor>;
}

const params = z.object({ path: z.uuid() });

/** What people who have a path open at the same time learn of one another. */
export function liveRoutes(parts: LiveParts): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/api/paths/{path}/events',
      summary:
        'Server-sent events: `changed` whenever something of the path was stored, `writing` with who writes where',
      access: { action: can.followPath, node: 'any' },
      params,
      response: 'text/event-stream',
      transaction: 'none',
      async handle(_, { params: { path }, request, requestId }) {
        const own = await follow(parts, request, path, requestId);
        const nameOf = namesIn(parts, request, requestId);
        return eventStream({
          live: parts.live,
          request,
          check: async () => void (await follow(parts, request, path, requestId)),
          tell: (news, write) => tellReader(news, { parts, path, own, nameOf, write }),
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/paths/{path}/writer',
      summary: 'Says where in the path one writes just now; it is forgotten within seconds',
      access: {
        action: can.sayWhereOneWrites,
        node: (ctx: RouteContext, { params }) => getPathOwner(ctx, params.path),
      },
      params,
      body: PresenceForm,
      response: 'none',
      // It stores nothing, so there is nothing for the audit log.
      reads: true,
      async handle(ctx, { params, body: { place } }) {
        const at = place && `${place.anchor}/${place.field}/${place.variant}`;
        await tell(ctx, 'writing', [params.path], { account: accountOf(ctx), place: at });
      },
    }),
  ];
}

/** Refuses whoever may not follow the path; their own account comes back, whose news they need not hear. */
async function follow(
  { edge, actorOf }: LiveParts,
  request: Request,
  path: string,
  requestId: string,
): Promise<string> {
  const actor = await actorOf(request);
  await edge.read(actor, requestId, async (ctx) =>
    requirePermission(ctx, can.followPath, await getPathOwner(ctx, path)),
  );
  return 'id' in actor ? actor.id : '';
}

interface Reader {
  readonly parts: LiveParts;
  readonly path: string;
  readonly own: string;
  readonly nameOf: (account: string) => Promise<string>;
  readonly write: (event: string, data?: object) => void;
}

function tellReader(
  { county, topic, nodes, writer }: News,
  { parts, path, own, nameOf, write }: Reader,
): void {
  // After a break nobody knows what was missed, so everybody looks again.
  if (nodes.includes('*')) return write('changed');
  if (county !== parts.edge.county || !nodes.includes(path)) return;
  if (topic === 'path') write('changed');
  if (topic !== 'writing' || !writer || writer.account === own) return;
  const { account, place } = writer;
  void nameOf(account).then(
    (name) => write('writing', { account, name, place }),
    () => undefined,
  );
}

/** The names of accounts, each looked up once in a stream. */
function namesIn({ edge, actorOf }: LiveParts, request: Request, requestId: string) {
  const names = new Map<string, Promise<string>>();
  return (account: string): Promise<string> => {
    const known = names.get(account);
    if (known) return known;
    const asked = actorOf(request).then((actor) =>
      edge.read(
        actor,
        requestId,
        async (ctx: AnyContext) => (await selectNames(ctx, [account])).get(account) ?? '',
      ),
    );
    names.set(account, asked);
    asked.catch(() => names.delete(account));
    return asked;
  };
}
