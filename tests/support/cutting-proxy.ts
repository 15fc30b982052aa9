import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A place between Polku and PostgreSQL at which connections can be cut. */
export interface CuttingProxy {
  /** The database's address through the proxy. */
  readonly url: string;
  /** Whether a connection is cut when the server says that it has committed, before that is passed on. */
  cutsCommits: boolean;
  /** How many were cut. */
  readonly cuts: number;
  stop(): Promise<void>;
}

// What PostgreSQL's protocol says of a commit that is durable.
const COMMITTED = Buffer.from('COMMIT\0');

/** Starts one before a database. */
export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  const state = { cutsCommits: false, cuts: 0 };
  const server = createServer((client) => {
    const behind = connect(placeOf(databaseUrl));
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        behind.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => behind.write(chunk));
    behind.on('data', (chunk: Buffer) => {
      if (state.cutsCommits && chunk.includes(COMMITTED)) {
        state.cuts += 1;
        client.destroy();
        behind.destroy();
      } else client.write(chunk);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  url.searchParams.delete('host');
  url.searchParams.delete('port');
  return Object.assign(state, {
    url: url.href,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  });
}

/** A database's address names a host, or the folder of a socket. */
function placeOf(databaseUrl: string): { host: string; port: number } | { path: string } {
  const url = new URL(databaseUrl);
  const port = Number(url.searchParams.get('port') ?? (url.port || 5432));
  const host = url.searchParams.get('host') ?? url.hostname;
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}
