import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPathFile, validatePath } from '#modules/paths';
import { AppError } from '#platform/errors.ts';
import { sentence } from '#platform/i18n.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { uploads } from '#tests/support/uploads.ts';
import { times } from './size.ts';

const FILES = uploads(times(200, 10));
const MOST_MB = 200;

let running: TestProcess;
let cookies: readonly [units: string, paths: string];
beforeAll(async () => {
  running = await startProcess();
  cookies = [
    (await running.signIn('administrator')).cookie,
    (await running.signIn('editor')).cookie,
  ];
});
afterAll(() => running.stop());

const SMALL = 64 * 1024;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How much the process holds at the most while something is done, beside what it held before. */
async function growth(size: number, work: () => Promise<void>): Promise<number> {
  // Small files leave little behind that would have to be collected first.
  if (size > SMALL) collect();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await work();
  clearInterval(look);
  return (Math.max(most, process.memoryUsage.rss()) - before) / 1024 / 1024;
}

const DOORS = [
  '/api/nodes/table/check',
  '/api/nodes/table',
  '/api/path-imports/check',
  '/api/path-imports',
];

async function send(
  door: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<[status: number, text: string]> {
  const isPath = door.startsWith('/api/path');
  const address = isPath ? `${door}?node=${running.root}&title=Polku` : door;
  const cookie = cookies[isPath ? 1 : 0];
  const response = await running.ask(address, { method: 'POST', cookie, body });
  return [response.status, await response.text()];
}

/** What was refused says so in a sentence; nothing of ours shows through. */
function expectSentence(text: string, place: string): void {
  const { title, type } = JSON.parse(text) as { title: string; type: string };
  expect(title, place).toMatch(/^\p{Lu}.{8,}[.!?]$/u);
  expect(type, place).not.toBe('/problems/internal');
  expect(text, place).not.toMatch(/node_modules|\bat \w+ \(|select |SyntaxError|RangeError/);
}

// What no text may hold that is kept, line ends and tabs aside.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

test(
  `H6: ${FILES.length} of 200 hostile files are taken as text or refused in a sentence, hold less than ${MOST_MB} MB and leave nothing unsafe`,
  { timeout: times(1_800_000, 120_000) },
  async () => {
    // What is read for the first time stays.
    for (const door of DOORS)
      await send(door, new Uint8Array(Buffer.from('text;code;parent;kind;name (fi)\n;;;;\n')));
    const made: string[] = [];
    for (const { name, bytes } of FILES) {
      const body = bytes();
      for (const door of DOORS) {
        const place = `${door}: ${name}`;
        let answer: [status: number, text: string] = [0, ''];
        const grown = await growth(body.length, async () => {
          answer = await send(door, body);
        });
        const [status, text] = answer;
        expect(grown, place).toBeLessThan(MOST_MB);
        expect([200, 201, 409, 413, 422], `${place}: ${text.slice(0, 200)}`).toContain(status);
        if (status >= 400) expectSentence(text, place);
        // Taken as a table: each of its rows is accounted for.
        else expect(text, place).toMatch(/"refused":\d+/);
        if (status === 201) made.push((JSON.parse(text) as { id: string }).id);
      }
    }
    for (const path of made) {
      const kept = await running.ask(`/api/paths/${path}/table`, { cookie: cookies[1] });
      expect(await kept.text()).not.toMatch(UNSEEN);
    }
    const tree = await running.ask('/api/nodes/table', { cookie: cookies[0] });
    expect(await tree.text()).not.toMatch(UNSEEN);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

test(
  `H6: ${FILES.length} of 200 hostile files are no path files: each is refused in a sentence, within ${MOST_MB} MB`,
  { timeout: times(1_800_000, 120_000) },
  async () => {
    for (const { name, bytes } of FILES) {
      const file = new TextDecoder().decode(bytes());
      const grown = await growth(file.length, async () => {
        expect(() => readPathFile(file), name).toThrow(AppError);
        const faults = validatePath(file);
        expect(faults.length, name).toBeGreaterThan(0);
        for (const { code } of faults.slice(0, 3))
          expect(
            sentence('fi', `errors:fault.${code}`) || sentence('fi', `errors:code.${code}`),
            name,
          ).not.toBe('');
      });
      expect(grown, name).toBeLessThan(MOST_MB);
    }
  },
);
