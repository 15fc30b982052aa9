import type { z } from 'zod';
import type { AuditRecord } from '#platform/audit.ts';
import type { Actor, AnyContext } from '#platform/context.ts';
import type { Action } from '#platform/permissions.ts';

/** What a route's handler is given: everything parsed by the schemas that the route names. */
export interface Input<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The file that was sent, to a route that takes one. */
  readonly file: Uint8Array;
  readonly request: Request;
  readonly actor: Actor;
  readonly requestId: string;
  /** The address that limits count by; never stored, never logged. */
  readonly address: string;
}

/** A route names its module's own tables; the composition has them all. */
export type RouteContext = AnyContext;

interface Parts<P, Q, B, R, Access> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With parameters in braces, as in OpenAPI: `/api/nodes/{node}/dashboard`. */
  readonly path: `/api/${string}`;
  /** One sentence for the API's documentation. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** Takes a CSV file of at most so many bytes as its body, whatever its encoding. */
  readonly upload?: number;
  /** The schema of the JSON answer; 'none' answers 204, any other text is the media type of a `Response` that the handler makes. */
  readonly response: z.ZodType<R> | 'none' | 'text/csv' | 'text/event-stream' | 'image/svg+xml';
  /** The status of success, 200 unless told. A handler may also return a whole `Response`. */
  readonly status?: 200 | 201;
  /** A further status of success with the same answer, such as 200 for what had been done before. */
  readonly alsoStatus?: 200;
  /**
   * This is the second form of the route at the same method and path, for other systems: a body that has this field
   * is a batch. With a token it may be as large as `LARGEST_BATCH` of `main/api.ts`.
   */
  readonly batchOf?: string;
  /** Whether a reading is written into the audit log, and what of its input goes with it; every change is. */
  readonly audited?: boolean | ((input: Input<P, Q, B>) => AuditRecord['detail']);
  /** It shows people's words: whoever reads them says why (`Polku-Purpose`), and that goes into the audit log. */
  readonly purpose?: true;
  /** Whether the handler only reads: it then runs in one read-only snapshot. GET routes do, unless told otherwise. */
  readonly reads?: boolean;
  /** `none`: the handler opens its transactions itself (intake, sign-in, event streams); its `ctx` is not to be used. */
  readonly transaction?: 'none';
}

/** Who may use a staff route: an action, on the node that the input concerns (or `any` of the actor's own). */
export interface StaffAccess<P, Q, B> {
  readonly action: Action;
  readonly node: 'any' | ((ctx: RouteContext, input: Input<P, Q, B>) => string | Promise<string>);
}

/**
 * Who else may use a route: `public` (anyone; it must reach nothing that is not public), or `signed-in` (the
 * account's own matters, such as its password).
 */
export type OtherAccess = 'public' | 'signed-in';

/** A JSON route. All of them are listed by `main/api.ts`, served from there and described in OpenAPI. */
export interface Route extends Parts<unknown, unknown, unknown, unknown, unknown> {
  readonly access: OtherAccess | StaffAccess<unknown, unknown, unknown>;
  handle(ctx: RouteContext, input: Input<never, never, never>): Promise<unknown>;
}

/** Declares a route: permission, schemas, and a handler that calls the module. */
export function route<
  P = Record<string, never>,
  Q = Record<string, never>,
  B = undefined,
  R = undefined,
>(
  parts: Parts<P, Q, B, R, OtherAccess | StaffAccess<P, Q, B>> & {
    handle(ctx: RouteContext, input: Input<P, Q, B>): Promise<R | Response>;
  },
): Route {
  return parts as unknown as Route;
}
