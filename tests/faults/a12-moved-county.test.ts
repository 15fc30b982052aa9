import { expect, test } from 'vitest';
import { ask, orphans, pause, startBusyCounty, startStanding } from '#tests/support/busy-county.ts';
import { runCommand, startCommand } from '#tests/support/command.ts';
import { emptyDatabase } from '#tests/support/database.ts';
import { times } from './size.ts';

const ANSWERS = times(100_000, 5_000);
const KILLS = times(20, 2);

test(
  `A12: a move of ${ANSWERS} answers that is killed ${KILLS} times and given again, with intake going on, loses and doubles nothing`,
  { timeout: 3_600_000 },
  async () => {
    const busy = await startBusyCounty({ planted: ANSWERS, clients: 8 });
    const { url } = busy.process;
    const to = await emptyDatabase();
    const move = ['move', '--to', to.url];
    try {
      let longest = 4_000;
      const said: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { child, ended } = startCommand(move, { DATABASE_URL: url });
        const timer = setTimeout(() => child.kill('SIGKILL'), 200 + Math.random() * longest);
        const began = performance.now();
        const { code, text } = await ended;
        said.push(text);
        clearTimeout(timer);
        if (code === 0) longest = performance.now() - began;
      }
      // Whatever was killed, one more call ends it, or finds it ended.
      const last = await runCommand(move, { DATABASE_URL: url });
      expect(last.text).toMatch(/^Moved|done too|already/);
      console.info(
        `A12: ${[...said, last.text].find((text) => text.startsWith('Moved'))?.split('\n')[0]}`,
      );
      const [seal] = await ask<{ state: string }>(url, 'select state from polku_move.seal');
      expect(seal?.state).toBe('moved');

      const atSwitch = await ids(url);
      await pause(200);
      expect(await ids(url)).toEqual(atSwitch);
      const refused = await busy.process.ask('/api/answers', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: busy.thanked[0]!.body.replace(busy.thanked[0]!.id, crypto.randomUUID()),
      });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);

      const next = await startStanding(to.url);
      try {
        busy.sendTo(next.answer);
        await pause(300);
        await busy.quiet();
        const stored = await ask<{ id: string; receipt: string }>(
          to.url,
          'select id, receipt from answer',
        );
        const receiptOf = new Map(stored.map(({ id, receipt }) => [id, receipt]));
        expect(receiptOf.size).toBe(stored.length);
        expect(busy.thanked.filter(({ id, receipt }) => receiptOf.get(id) !== receipt)).toEqual([]);
        expect(stored.length).toBe(ANSWERS + busy.thanked.length);
        expect([...atSwitch].filter((id) => !receiptOf.has(id))).toEqual([]);
        expect(await orphans(to.url)).toEqual([]);
        expect(await next.settled()).toEqual([]);
        expect(await reported(to.url)).toBe(stored.length);
        const gone = await runCommand(['answers', 'recount'], { DATABASE_URL: url });
        expect(gone).toMatchObject({ code: 1, text: expect.stringMatching(/moved to .* on /) });
      } finally {
        await next.stop();
      }
    } finally {
      await busy.quiet();
      await busy.process.stop();
      await to.drop();
    }
  },
);

async function ids(url: string): Promise<Set<string>> {
  const rows = await ask<{ id: string }>(url, 'select id from answer');
  return new Set(rows.map(({ id }) => id));
}

/** The answers of the whole county, as its reports count them. */
async function reported(url: string): Promise<number> {
  const [total] = await ask<{ n: number }>(
    url,
    `select sum(d.counts[1])::int as n from node_day d join node n on n.county_id = d.county_id and n.id = d.node_id
      where n.kind = 'county' and d.channel = 'all'`,
  );
  return total!.n;
}
