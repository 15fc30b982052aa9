import { createServer } from 'node:http';
import { FULL_PATH, plantFullPath } from './full-path.ts';
import { load } from './load.ts';
import { machine, table } from './machine.ts';
import { startServer } from '#tests/support/server.ts';

const SECONDS = 6;
const CLIENTS = 16;

/** A full path's page (8 phases, 40 steps, 60 links) against a bare Node server that sends the same bytes, and the bytes of a first visit. */
export async function run(): Promise<void> {
  const server = await startServer({ port: 3923 });
  try {
    await plantFullPath(server.databaseUrl);
    process.stdout.write(`page: ${machine()}\n`);
    const bytes = await firstVisit(server.port);
    const body = Buffer.from(
      await (await fetch(`http://127.0.0.1:${server.port}${FULL_PATH}`)).arrayBuffer(),
    );
    const bare = await measureBare(await compressed(server.port), body.length);
    const ours = await measure(server.port);
    table(
      ['server', 'pages/s', 'ratio'],
      [
        ['bare Node, same bytes', Math.round(bare), '1.00'],
        ['Polku', Math.round(ours), (ours / bare).toFixed(2)],
      ],
    );
    table(
      ['first visit', 'bytes'],
      [...bytes, ['all', bytes.reduce((sum, [, size]) => sum + size, 0)]],
    );
    process.stdout.write('promise: ratio ≥ 0.7; all bytes ≤ 65,000 compressed, fonts counted\n');
  } finally {
    await server.stop();
  }
}

const REQUEST = Buffer.from(
  `GET ${FULL_PATH} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: br, gzip\r\n\r\n`,
);

async function measure(port: number): Promise<number> {
  await load({ port, clients: CLIENTS, seconds: 1, wanted: '200', next: () => REQUEST });
  const { perSecond } = await load({
    port,
    clients: CLIENTS,
    seconds: SECONDS,
    wanted: '200',
    next: () => REQUEST,
  });
  return perSecond;
}

async function measureBare(body: Buffer, _plain: number): Promise<number> {
  const bare = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'content-length': body.length,
    });
    response.end(body);
  });
  await new Promise<void>((done) => bare.listen(3924, '127.0.0.1', done));
  const perSecond = await measure(3924);
  bare.closeAllConnections();
  await new Promise((done) => bare.close(done));
  return perSecond;
}

/** The bytes as they cross the wire: fetch decodes, so the compressed size is read from the header. */
async function compressed(port: number, address = FULL_PATH): Promise<Buffer> {
  const { request } = await import('node:http');
  return new Promise((done, fail) => {
    request(
      { port, host: '127.0.0.1', path: address, headers: { 'accept-encoding': 'br, gzip' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(Buffer.concat(chunks)));
      },
    )
      .on('error', fail)
      .end();
  });
}

async function firstVisit(port: number): Promise<[string, number][]> {
  const html = await (await fetch(`http://127.0.0.1:${port}${FULL_PATH}`)).text();
  const addresses = [...html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|woff2|svg|png))"/g)].map(
    (match) => match[1]!,
  );
  const sizes: [string, number][] = [['page', (await compressed(port)).length]];
  for (const address of new Set(addresses))
    sizes.push([address.replace(/-[\w-]{8}\./, '.'), (await compressed(port, address)).length]);
  return sizes;
}
