import type { Context } from 'hono';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '#platform/errors.ts';

/**
 * What stands behind a request that came over a socket; in tests there is none. Reading from it spares the making of
 * a web-standard request with streams, which would cost more than the rest of an answer's way through the program.
 */
export interface SocketBindings {
  readonly incoming?: IncomingMessage;
  readonly outgoing?: ServerResponse;
}

// oxlint-disable-next-line typescript/no-explicit-any -- any application's context over a socket
type Http = Context<{ Bindings: SocketBindings; Variables: any }>;

/** A header of the request by its name in small letters. */
export function headerOf(http: Http, name: string): string | undefined {
  const incoming = http.env?.incoming;
  if (!incoming) return http.req.header(name);
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/**
 * The request's body as text. @throws AppError `invalid` when it is larger than the limit, before it is held whole, or
 * when it is not UTF-8: people's words would be stored garbled.
 */
export async function readText(http: Http, limit: number): Promise<string> {
  const bytes = await readBytes(http, limit);
  try {
    return UTF8.decode(bytes);
  } catch (error) {
    throw new AppError('invalid', 'json-broken', { cause: error });
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The request's body as it is. @throws AppError `invalid` when it is larger than the limit, before it is held whole. */
export async function readBytes(http: Http, limit: number): Promise<Uint8Array> {
  if (Number(headerOf(http, 'content-length') ?? 0) > limit) throw tooLarge();
  const incoming = http.env?.incoming;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = incoming ?? http.req.raw.body ?? [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

const tooLarge = (): AppError => new AppError('invalid', 'body-too-large');
