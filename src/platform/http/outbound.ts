import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, type IncomingMessage, request as askPlainly } from 'node:http';
import { Agent as HttpsAgent, request as askSecurely } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** What is asked of a server outside. */
export interface Ask {
  readonly method?: 'GET' | 'HEAD';
  readonly accept?: string;
  /** How much of the answer is read; the rest is left. */
  readonly maxBytes: number;
  /** How long all of it may take, with names and redirects. */
  readonly timeoutMs: number;
}

/** Why an address is not asked at all: it is no address of the open net. */
export type Refusal = 'no-address' | 'scheme' | 'credentials' | 'port' | 'not-public';

/** Why nothing was answered. `resolver` and `network` tell of this machine rather than of the other. */
export type Failure =
  | 'no-such-host'
  | 'resolver'
  | 'network'
  | 'connect'
  | 'secure'
  | 'time'
  | 'redirects';

/** What became of it. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly type: string;
      readonly body: Buffer;
      /** Whether there was more than `maxBytes`. */
      readonly cut: boolean;
    }
  /** It is at another host now, which was not asked. */
  | { readonly kind: 'moved'; readonly status: number; readonly to: string }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'failed'; readonly why: Failure };

/** Asks one address of the open net. It never throws for what the other side does. */
export type Outbound = (address: string, ask: Ask) => Promise<Answer>;

/** Tells the addresses of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

interface Given {
  readonly resolve?: Resolve;
  /** Tests put their own server in reach with these two; the program never does. */
  readonly mayReach?: (address: string) => boolean;
  readonly ports?: ReadonlySet<number>;
}

const MOST_REDIRECTS = 5;

/**
 * The only way out of the program (decision 36). It reaches nothing inside: a name is resolved once, every address that
 * it has must be public, and the connection goes to the very address that was looked at. Redirects are followed within
 * the same host only, and looked at again; settings for proxies are not read.
 */
export function createOutbound({
  resolve = resolveByTheSystem,
  mayReach = isPublicAddress,
  ports = new Set([80, 443]),
}: Given = {}): Outbound {
  return async (address, ask) => {
    const deadline = AbortSignal.timeout(ask.timeoutMs);
    let next = address;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const checked = checkAddress(next, ports);
      if (typeof checked === 'string') return { kind: 'refused', why: checked };
      const found = await resolveWithin(resolve, checked, deadline);
      if ('kind' in found) return found;
      if (found.addresses.length === 0) return { kind: 'failed', why: 'no-such-host' };
      if (!found.addresses.every(mayReach)) return { kind: 'refused', why: 'not-public' };
      const answer = await askAt(checked, found.addresses[0]!, ask, deadline);
      if (!('location' in answer)) return answer;
      const to = URL.parse(answer.location, checked);
      if (!to || to.hostname !== checked.hostname)
        return {
          kind: 'moved',
          status: answer.status,
          to: (to?.href ?? answer.location).slice(0, 2000),
        };
      next = to.href;
    }
    return { kind: 'failed', why: 'redirects' };
  };
}

/** Reads an address as a browser does, so that decimal, octal and other spellings of a number are what they stand for. */
function checkAddress(address: string, ports: ReadonlySet<number>): URL | Refusal {
  const url = URL.parse(address);
  if (!url || url.hostname === '') return 'no-address';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  return ports.has(portOf(url)) ? url : 'port';
}

const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

/** The host without the brackets of IPv6 and the dot that may end a name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

async function resolveByTheSystem(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

async function resolveWithin(
  resolve: Resolve,
  url: URL,
  deadline: AbortSignal,
): Promise<{ addresses: readonly string[] } | Extract<Answer, { kind: 'failed' }>> {
  const host = hostOf(url);
  if (isIP(host) !== 0) return { addresses: [host] };
  try {
    return { addresses: await Promise.race([resolve(host), untilOver(deadline)]) };
  } catch (error) {
    if (deadline.aborted) return { kind: 'failed', why: 'time' };
    const missing = codeOf(error) === 'ENOTFOUND' || codeOf(error) === 'ENODATA';
    return { kind: 'failed', why: missing ? 'no-such-host' : 'resolver' };
  }
}

const untilOver = (deadline: AbortSignal): Promise<never> =>
  new Promise((_, refuse) => {
    if (deadline.aborted) refuse(new Error('time'));
    deadline.addEventListener('abort', () => refuse(new Error('time')), { once: true });
  });

type Redirect = { readonly status: number; readonly location: string };

/** Asks the host at that address, by its own name. */
function askAt(
  url: URL,
  address: string,
  { method = 'GET', accept = '*/*', maxBytes }: Ask,
  deadline: AbortSignal,
): Promise<Answer | Redirect> {
  const secure = url.protocol === 'https:';
  const host = hostOf(url);
  const options = {
    method,
    host: address,
    port: portOf(url),
    path: `${url.pathname}${url.search}`,
    headers: {
      host: url.host,
      accept,
      'accept-encoding': 'identity',
      'user-agent': 'Polku',
      connection: 'close',
    },
    maxHeaderSize: 16_384,
    signal: deadline,
  };
  const { promise, resolve: done } = Promise.withResolvers<Answer | Redirect>();
  const failed = (error: unknown): Answer => ({
    kind: 'failed',
    why: deadline.aborted ? 'time' : failureOf(error),
  });
  const take = (response: IncomingMessage): void => {
    response.on('error', (error) => done(failed(error)));
    done(readAnswer(response, maxBytes).catch(failed));
  };
  const request = secure
    ? askSecurely(
        { ...options, agent: new HttpsAgent(), servername: isIP(host) === 0 ? host : '' },
        take,
      )
    : askPlainly({ ...options, agent: new HttpAgent() }, take);
  request.on('error', (error) => done(failed(error)));
  request.end();
  return promise;
}

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<Answer | Redirect> {
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined) {
    response.destroy();
    return { status, location };
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > maxBytes) break;
  }
  response.destroy();
  return {
    kind: 'answered',
    status,
    type: response.headers['content-type'] ?? '',
    body: Buffer.concat(parts).subarray(0, maxBytes),
    cut: size > maxBytes,
  };
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException)?.code ?? '';

const NO_NETWORK = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM']);

function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  if (NO_NETWORK.has(code)) return 'network';
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)
    ? 'secure'
    : 'connect';
}
