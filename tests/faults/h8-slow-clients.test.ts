import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#main/app.ts';
import { listen } from '#main/listen.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

const SLOW = times(1_000, 60);
const ASKED = times(600, 100);
// That they are let go takes up to a minute to see, so only the full run waits for it.
const PATIENCE = times(90, 0);

let app: TestProcess;
let server: Server;
let port: number;

beforeAll(async () => {
  app = await startProcess();
  const answer = getRequestListener(createApp(app.parts).fetch);
  server = createServer((request, response) => void answer(request, response));
  await listen(server, { host: '127.0.0.1', port: 0 });
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await app.stop();
});

const KINDS = [
  'GET /fi HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ',
  'POST /api/answers HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{',
  'POST /p/abcdef HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n',
  '',
];

/** Clients that send a byte now and then, or nothing at all; how many the server has let go comes with them. */
async function startSlow(
  count: number,
): Promise<{ sockets: Socket[]; gone: () => number; stop: () => void }> {
  let gone = 0;
  const sockets = Array.from({ length: count }, (_, index) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => (gone += 1));
    socket.on('data', () => undefined);
    socket.write(KINDS[index % KINDS.length]!);
    return socket;
  });
  await Promise.all(
    sockets.map(
      (socket) => new Promise((done) => socket.once('connect', done).once('close', done)),
    ),
  );
  const drip = setInterval(() => {
    for (const [index, socket] of sockets.entries())
      if (socket.writable && index % KINDS.length < 3)
        socket.write(index % KINDS.length === 2 ? '1\r\na\r\n' : 'a');
  }, 500);
  return {
    sockets,
    gone: () => gone,
    stop() {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    },
  };
}

test(
  `H8: ${SLOW} slow clients keep nobody waiting, and are let go`,
  { timeout: 180_000 },
  async () => {
    const slow = await startSlow(SLOW);
    const taken: number[] = [];
    try {
      for (let turn = 0; turn < ASKED / 4; turn += 1) {
        await Promise.all(
          Array.from({ length: 4 }, async () => {
            const start = performance.now();
            const response = await fetch(`http://127.0.0.1:${port}/fi`);
            await response.arrayBuffer();
            expect(response.status).toBe(200);
            taken.push(performance.now() - start);
          }),
        );
      }
      const p99 = taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.99) - 1]!;
      expect(p99).toBeLessThan(1_000);
      // Headers have ten seconds and whole requests thirty, looked at twice a minute.
      for (let second = 0; second < PATIENCE && slow.gone() < SLOW; second += 1) await pause(1_000);
      if (PATIENCE > 0) expect(slow.gone()).toBe(SLOW);
    } finally {
      slow.stop();
    }
  },
);

test('H8: floods of headers, too long ones and bodies that are too large are refused', async () => {
  const statusOf = (text: string): Promise<string> =>
    new Promise((done) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => (answer += data.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => done(answer.split(' ')[1] ?? 'closed'));
      socket.write(text);
    });
  const get = 'GET /fi HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n';
  expect(await statusOf(`${get}${'X-Many: a\r\n'.repeat(10_000)}\r\n`)).toBe('431');
  expect(await statusOf(`${get}X-Long: ${'a'.repeat(100_000)}\r\n\r\n`)).toBe('431');
  const post =
    'POST /api/answers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n';
  expect(await statusOf(`${post}Content-Length: 99999999\r\n\r\n`)).toBe('422');
});
