import { connect, type Socket } from 'node:net';

/** What a load run measured. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds of each request that got the wanted status. */
  readonly times: readonly number[];
  readonly others: number;
}

/**
 * Sends requests over `clients` kept-alive connections, one at a time on each, until the time is over or the requests
 * are. A bare socket client, so that little of the machine is spent on asking.
 */
export async function load(given: {
  port: number;
  clients: number;
  seconds: number;
  wanted: string;
  /** The next request, given the response to the one before on the same connection. */
  next(response: string): Buffer | undefined;
}): Promise<Load> {
  const times: number[] = [];
  let others = 0;
  const start = performance.now();
  const end = start + given.seconds * 1000;
  await Promise.all(
    Array.from({ length: given.clients }, () =>
      client(
        given.port,
        (status, ms) => (status === given.wanted ? times.push(ms) : (others += 1)),
        (response) => (performance.now() < end ? given.next(response) : undefined),
      ),
    ),
  );
  return { perSecond: times.length / ((performance.now() - start) / 1000), times, others };
}

function client(
  port: number,
  done: (status: string, ms: number) => void,
  next: (response: string) => Buffer | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received: Buffer = Buffer.alloc(0);
    let sent = 0;
    let response = '';
    const send = (): void => {
      const request = next(response);
      if (!request) {
        socket.end();
        resolve();
        return;
      }
      sent = performance.now();
      socket.write(request);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const length = lengthOf(received);
      if (length === undefined || received.length < length) return;
      const status = received.toString('latin1', 9, 12);
      response = received.toString('latin1', 0, length);
      received = received.subarray(length);
      done(status, performance.now() - sent);
      send();
    });
  });
}

/** The length of the whole response once its head is there. */
function lengthOf(received: Buffer): number | undefined {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, head))?.[1];
  return head + 4 + Number(length ?? 0);
}
