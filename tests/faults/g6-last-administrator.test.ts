import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import { times } from './size.ts';

let running: TestProcess;
beforeEach(async () => {
  running = await startProcess();
});
afterEach(() => running.stop());

interface Administrator {
  readonly cookie: string;
  readonly account: string;
  /** The id of the role. */
  readonly role: string;
}

async function addAdministrator(node = running.root): Promise<Administrator> {
  const signedIn = await running.signIn('administrator', node);
  const { rows } = await running.run((ctx) =>
    sql<{ id: string }>`select id from account_role where account_id = ${signedIn.account}`.execute(
      ctx.db,
    ),
  );
  return { ...signedIn, role: rows[0]!.id };
}

const removeRole = (by: Administrator, of: Administrator): Promise<Response> =>
  running.ask(`/api/accounts/${of.account}/roles/${of.role}`, {
    method: 'DELETE',
    cookie: by.cookie,
  });
const close = (by: Administrator, of: Administrator): Promise<Response> =>
  running.ask(`/api/accounts/${of.account}/close`, { method: 'POST', cookie: by.cookie });

/** How many can administer the whole county. */
async function left(): Promise<number> {
  const { rows } = await running.run((ctx) =>
    sql<{ n: number }>`
      select count(distinct a.id)::int as n from account a
      join account_role r on r.county_id = a.county_id and r.account_id = a.id
      where a.county_id = ${running.county} and a.closed_at is null
        and r.role = 'administrator' and r.node_id = ${running.root}`.execute(ctx.db),
  );
  return rows[0]!.n;
}

async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ type: '/problems/last-administrator' });
}

test('G6: the last administrator can neither give the role up nor close the account', async () => {
  const last = await addAdministrator();
  await expectRefused(await removeRole(last, last));
  await expectRefused(await close(last, last));
  expect(await left()).toBe(1);
});

test('G6: whoever is closed, or administers only a part, does not count as another one', async () => {
  const last = await addAdministrator();
  await addAdministrator(await running.addUnit());
  const gone = await addAdministrator();
  expect((await close(last, gone)).status).toBe(200);
  await expectRefused(await removeRole(last, last));
  await expectRefused(await close(last, last));
  expect(await left()).toBe(1);
});

test('G6: no token takes an administrator away, whatever its role', async () => {
  const last = await addAdministrator();
  const { token } = await running.addToken('administrator');
  const address = `/api/accounts/${last.account}`;
  const answers = await Promise.all([
    running.ask(`${address}/roles/${last.role}`, { method: 'DELETE', token }),
    running.ask(`${address}/close`, { method: 'POST', token }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  expect(await left()).toBe(1);
});

const ROUNDS = times(200, 20);

test(
  `G6: in ${ROUNDS} rounds, three who remove one another at once leave one`,
  { timeout: 600_000 },
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const three = [await addAdministrator(), await addAdministrator(), await addAdministrator()];
      const attempts = three.flatMap((by, at) => {
        const next = three[(at + 1) % three.length]!;
        return round % 2 === 0
          ? [removeRole(by, next), close(by, by)]
          : [close(by, next), removeRole(by, by)];
      });
      const statuses = (await Promise.all(attempts)).map(({ status }) => status);
      // 404: the role was gone already; 401 and 403: whoever asked was.
      for (const status of statuses) expect([200, 401, 403, 404, 409]).toContain(status);
      expect(await left(), `round ${round}: ${statuses.join(' ')}`).toBeGreaterThanOrEqual(1);
      await running.run((ctx) => sql`update account set closed_at = now()`.execute(ctx.db));
    }
  },
);
