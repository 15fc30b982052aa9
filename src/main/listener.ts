import type { IncomingMessage, RequestListener, ServerOptions, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Parts } from './parts.ts';

/** How much of a request is read before anything of the program looks at it; the table of `docs/operations.md` repeats them. */
export const BOUNDS = {
  /** The request's line and all headers together. */
  headBytes: 16 * 1024,
  headers: 100,
  urlLength: 4_096,
  connections: 10_000,
  headMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 20_000,
  checkMs: 2_000,
} as const;

/** The bounds that Node itself keeps. */
export const SERVER_OPTIONS: ServerOptions = {
  maxHeaderSize: BOUNDS.headBytes,
  headersTimeout: BOUNDS.headMs,
  requestTimeout: BOUNDS.requestMs,
  keepAliveTimeout: BOUNDS.keepAliveMs,
  connectionsCheckingInterval: BOUNDS.checkMs,
};

/** Kept public pages are answered before anything else is asked; the application answers the rest. */
export function createListener(parts: Parts): RequestListener {
  const answer = getRequestListener(createApp(parts).fetch);
  return (request, response) => {
    if (refuseAtOnce(request, response)) return;
    if (!parts.pages.answer(request, response)) void answer(request, response);
  };
}

/** What no browser of a reader sends is told so in a word. */
function refuseAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
  const status =
    (request.url?.length ?? 0) > BOUNDS.urlLength
      ? 414
      : request.rawHeaders.length > 2 * BOUNDS.headers
        ? 431
        : undefined;
  if (status === undefined) return false;
  response.writeHead(status, { connection: 'close', 'content-length': '0' }).end();
  return true;
}
