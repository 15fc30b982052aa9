import pg from 'pg';
import { answerRequests, invite } from './answers.ts';
import { load } from './load.ts';
import { machine, table } from './machine.ts';
import { startPostgres } from './own-server.ts';
import { startServer } from '#tests/support/server.ts';

const ROUNDS = 4;
const SECONDS = 2;
const CLIENTS = 16;
const INVITATIONS = 60_000;

/**
 * Forms that are opened and sent, in turns with answers that come as JSON, so that other work on the machine slows both
 * alike; and what each form asks of the database.
 */
export async function run(): Promise<void> {
  const postgres = await startPostgres();
  const server = await startServer({ port: 3926, databaseUrl: postgres.url });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    process.stdout.write(`form: ${machine()}\n`);
    await client.query('create extension if not exists pg_stat_statements');
    const { tokens } = await invite(client, INVITATIONS);
    const page = await fetch(`http://127.0.0.1:${server.port}/a/${tokens.pop()}`);
    const bytes = (await page.arrayBuffer()).byteLength;
    await fill(server.port, tokens, 1);
    const requests = await answerRequests(client, INVITATIONS);
    let [forms, answers, statements] = [0, 0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await countStatements(client);
      forms += await fill(server.port, tokens, SECONDS);
      statements += (await countStatements(client)) - before;
      const asJson = await load({
        port: server.port,
        clients: CLIENTS,
        seconds: SECONDS,
        wanted: '201',
        next: () => requests.pop(),
      });
      answers += asJson.times.length;
    }
    table(
      ['forms/s', 'answers/s as JSON', 'ratio', 'statements a form', 'bytes of the page'],
      [
        [
          Math.round(forms / ROUNDS / SECONDS),
          Math.round(answers / ROUNDS / SECONDS),
          (forms / answers).toFixed(2),
          (statements / forms).toFixed(2),
          bytes,
        ],
      ],
    );
    process.stdout.write(
      'promise: ratio ≥ 0.3 at 16 clients, ≤ 5 statements a form (GET included), page ≤ 30,000 bytes\n',
    );
  } finally {
    await client.end();
    await server.stop();
    await postgres.stop();
  }
}

/** How many statements have run, but for what only holds them together. */
async function countStatements(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ calls: string }>(
    "select sum(calls)::bigint as calls from pg_stat_statements where query !~* '^(begin|start transaction|commit|rollback|set |show |select (sum|pg_stat))'",
  );
  return Number(rows[0]!.calls);
}

/** How many forms are opened and sent in so many seconds; each connection opens one, sends it, opens the next. */
async function fill(port: number, tokens: string[], seconds: number): Promise<number> {
  let sent = 0;
  const { others } = await load({
    port,
    clients: CLIENTS,
    seconds,
    wanted: '200',
    next(response) {
      if (!response.startsWith('HTTP/1.1 200')) return opened(tokens.pop()!);
      sent += 1;
      return filled(response);
    },
  });
  // What is not a page is the redirection to the thanks.
  if (others < sent - CLIENTS) throw new Error(`${sent} forms were sent and ${others} thanked for`);
  return others;
}

const opened = (token: string): Buffer =>
  Buffer.from(`GET /a/${token}?l=fi HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);

function filled(page: string): Buffer {
  const found = (pattern: RegExp): string => pattern.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({
    id: found(/name="id" value="([^"]*)"/),
    version: found(/name="version" value="([^"]*)"/),
    's-got-help': '5',
    recommendation: '9',
    comment: 'Sain ajan nopeasti ja hoitaja kuunteli.',
  }).toString();
  return Buffer.from(
    `POST ${found(/action="(\/a\/[^"]*)"/)} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}
