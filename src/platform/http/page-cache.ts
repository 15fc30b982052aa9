import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

interface Entry {
  readonly until: number;
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
  /** Names and values in turn, the form that Node writes with the least work. */
  readonly headers: Readonly<Record<'br' | 'gzip' | 'identity', string[]>>;
}

const MOST = 2_000;

/**
 * Rendered public pages, compressed once. Everything is dropped when something public changes (`clear`), and no page
 * is kept for longer than its time, because figures and opening hours move on by themselves.
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>();
  #answered = 0;
  #state = 0;
  /** Whether news of changes arrive; without them nothing is kept. */
  readonly #mayKeep: () => boolean;

  constructor(mayKeep: () => boolean) {
    this.#mayKeep = mayKeep;
  }

  /** How many requests were answered with a kept page. */
  get answered(): number {
    return this.#answered;
  }

  /** Changes with every `clear`: what was read before that may be old. */
  get state(): number {
    return this.#state;
  }

  /** Keeps a page for so many seconds, unless something public changed since it began to be read. */
  put(
    address: string,
    html: string,
    headers: Readonly<Record<string, string>>,
    seconds: number,
    since = this.#state,
  ): void {
    if (since !== this.#state || !this.#mayKeep()) return;
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
        'content-length': String(bodies[encoding].length),
        vary: 'accept-encoding',
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      }).flat();
    this.#entries.set(address, {
      until: Date.now() + seconds * 1000,
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
    if (!entry || entry.until < Date.now()) return false;
    const encoding = encodingFor(request.headers['accept-encoding']);
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
