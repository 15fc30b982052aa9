import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#main/app.ts';
import { openLog } from '#platform/log.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

const CANARY = 'kanarialintu';

// Ends of lines of every kind, ends of strings and objects, signs that terminals obey, and what is no text at all.
const BREAKS = [
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u000b',
  '\f',
  '\u0000',
  '\u001b[2J',
  '\u001b]0;x\u0007',
  '\u0008',
  '"}\n{"level":60,"msg":"',
  '"',
  '\\',
  '\\n',
  '\\u000a',
  '%0a',
  '%0d%0a',
  '${jndi:ldap://x}',
  '%s%d%o',
  '\ud800',
  '\ufeff',
  '\u202e',
  '</script>',
];
const PAYLOADS = BREAKS.flatMap((end) => [
  `${CANARY}${end}{"level":60}`,
  `${end}${CANARY}`,
  `${CANARY}${end.repeat(20)}`,
  `${end}${end}`,
]);

let app: TestProcess;
let ask: (address: string, init?: RequestInit) => Promise<Response>;
const written: string[] = [];
const log = openLog('debug', { write: (text: string) => void written.push(text) });

beforeAll(async () => {
  app = await startProcess();
  const logged = createApp({ ...app.parts, log });
  ask = async (address, init) => logged.request(address, init);
});
afterAll(() => app.stop());

/** Each piece is one line, one object, and nothing that a terminal obeys. */
function expectLines(count: number): void {
  expect(written).toHaveLength(count);
  for (const line of written) {
    expect(line.endsWith('\n')).toBe(true);
    const text = line.slice(0, -1);
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(/[\u0000-\u001f\u007f]/.test(text), text).toBe(false);
    expect(typeof (JSON.parse(text) as { level: unknown }).level).toBe('number');
  }
}

test(`H10: ${PAYLOADS.length} payloads in what the program logs of itself are one line each`, () => {
  written.length = 0;
  for (const payload of PAYLOADS)
    log.error({ err: new Error(payload), requestId: payload }, payload);
  expectLines(PAYLOADS.length);
});

test(
  `H10: ${PAYLOADS.length} payloads in addresses, queries, headers and bodies leave one line each and no word of theirs`,
  { timeout: 120_000 },
  async () => {
    written.length = 0;
    let asked = 0;
    for (const payload of PAYLOADS) {
      const safe = encodeURIComponent(payload.toWellFormed());
      // A header takes no ends of lines; the rest of the payload goes as it is.
      const header = payload.replaceAll(/[^\u0020-\u007e]/g, '');
      const headers = {
        'user-agent': header,
        'accept-language': header,
        'x-request-id': header,
        referer: header,
        'x-forwarded-for': header,
      };
      await ask(`/fi/yksikot/${safe}?q=${safe}`, { headers });
      await ask(`/p/${safe}`, { headers });
      await ask(`/api/nodes/${safe}/dashboard?months=${safe}`, { headers });
      const json = { id: payload, comment: payload, code: payload };
      await ask('/api/answers', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(json),
      });
      asked += 4;
    }
    expectLines(asked);
    expect(written.join('').includes(CANARY)).toBe(false);
  },
);
