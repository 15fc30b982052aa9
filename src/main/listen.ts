import type { Server } from 'node:http';
import { BOUNDS } from './listener.ts';
import type { Settings } from './settings.ts';

/** Opens the port. @throws with a sentence when it is taken. */
export async function listen(
  server: Server,
  { host, port }: Pick<Settings, 'host' | 'port'>,
): Promise<void> {
  server.maxConnections = BOUNDS.connections;
  // More are not kept by Node, and the listener refuses a request that had them.
  server.maxHeadersCount = BOUNDS.headers + 1;
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      fail(
        taken ? new Error(`Port ${port} on ${host} is in use. Set PORT to another one.`) : error,
      );
    });
    server.listen(port, host, done);
  });
}

const LONGEST_REQUEST_MS = 3_000;

/** Takes no more connections and waits for the requests that are under way; streams are ended. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST_MS);
  await closed;
  clearTimeout(timer);
}
