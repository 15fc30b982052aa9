import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { hashOf } from '#platform/ids.ts';
import type { Clock } from '#platform/time.ts';

interface Entry {
  readonly from: number;
  readonly until: number;
  readonly tag: string;
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
  /** Names and values in turn, the form that Node writes with the least work. */
  readonly headers: Readonly<Record<'br' | 'gzip' | 'identity', string[]>>;
}

const MOST = 2_000;

/**
 * Rendered public pages, compressed once. Everything is dropped when something public changes (`clear`), and no page
 * is kept beyond its time, because days pass and opening hours move on by themselves.
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>();
  #answered = 0;
  #state = 0;
  /** Whether news of changes arrive; without them nothing is kept. */
  readonly #mayKeep: () => boolean;
  readonly #clock: Clock;

  constructor(mayKeep: () => boolean, clock: Clock = () => new Date()) {
    this.#mayKeep = mayKeep;
    this.#clock = clock;
  }

  /** How many requests were answered with a kept page. */
  get answered(): number {
    return this.#answered;
  }

  /** Changes with every `clear`: what was read before that may be old. */
  get state(): number {
    return this.#state;
  }

  /** Keeps a page until that instant, unless something public changed since it began to be read. */
  put(
    address: string,
    html: string,
    headers: Readonly<Record<string, string>>,
    until: Date,
    since = this.#state,
  ): void {
    if (since !== this.#state || !this.#mayKeep()) return;
    const tag = tagOf(html);
    if (this.#entries.size >= MOST) this.#entries.clear();
    const identity = Buffer.from(html);
    const bodies = {
      identity,
      gzip: gzipSync(identity, { level: 9 }),
      br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    };
    const headersOf = (encoding: keyof typeof bodies): string[] =>
      Object.entries({
        ...headers,
        etag: tag,
        'content-length': String(bodies[encoding].length),
        vary: 'accept-encoding',
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      }).flat();
    this.#entries.set(address, {
      from: this.#clock().getTime(),
      until: until.getTime(),
      tag,
      bodies,
      headers: { identity: headersOf('identity'), gzip: headersOf('gzip'), br: headersOf('br') },
    });
  }

  /** Drops every page. */
  clear(): void {
    this.#entries.clear();
    this.#state += 1;
  }

  /** Answers a GET from the cache; false when the application must. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false;
    const entry = this.#entries.get(request.url ?? '');
    if (!entry || !isNow(entry, this.#clock().getTime())) return false;
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (isSame(request.headers['if-none-match'], entry.tag)) {
      response.writeHead(304, withoutBody(entry.headers[encoding])).end();
      this.#answered += 1;
      return true;
    }
    response.writeHead(200, entry.headers[encoding]);
    response.end(entry.bodies[encoding]);
    this.#answered += 1;
    return true;
  }
}

function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | 'identity' {
  const text = String(accepted ?? '');
  if (/\bbr\b/.test(text)) return 'br';
  return /\bgzip\b/.test(text) ? 'gzip' : 'identity';
}

/** A clock that is put back ends a page as well. */
const isNow = ({ from, until }: Entry, now: number): boolean => from <= now && now < until;

/** Names what a page says: as long as that is the same, a browser shows the copy that it has. Weak, for any encoding of it. */
export const tagOf = (html: string): string =>
  `W/"${hashOf(html).toString('base64url').slice(0, 22)}"`;

/** Whether the browser has this page already. */
export const isSame = (has: string | undefined, tag: string): boolean =>
  has?.split(',').some((part) => part.trim() === tag) ?? false;

/** A 304 tells nothing of a body. */
const withoutBody = (headers: readonly string[]): string[] =>
  headers.filter((_, index) => {
    const name = headers[index - (index % 2)];
    return name !== 'content-length' && name !== 'content-encoding';
  });
