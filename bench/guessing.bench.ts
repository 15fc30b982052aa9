import { newId, newSecret } from '#platform/ids.ts';
import { askAs, done } from '#tests/support/ask.ts';
import { type BuiltServer, startServer } from '#tests/support/server.ts';
import { nodeId } from '#tests/support/visits.ts';
import { machine, percentile, table } from './machine.ts';

const ROUNDS = 1_000;
const WARM_UP = 100;

type Send = (server: BuiltServer, from: string) => Promise<Response>;
interface Guess {
  readonly what: string;
  /** Those of a group get one and the same answer, or one that tells nothing but whether they may. */
  readonly group: string;
  readonly send: Send;
}

/** Whether the time of an answer tells one kind of token from another: medians over HTTP, the kinds in any order. */
export async function run(): Promise<void> {
  // Guesses come from many addresses, a few from each, as an attacker's would: else nearly all would be a 429.
  const env = { LOG_LEVEL: 'silent', TRUSTED_PROXIES: '127.0.0.1' };
  const server = await startServer({ port: 3927, env });
  try {
    process.stdout.write(`guessing: ${machine()}\n`);
    const all = [...(await apiTokens(server)), ...(await invitations(server))];
    const guesses = all.map((guess, kind) => ({ ...guess, kind }));
    const times = new Map(guesses.map(({ what }) => [what, [] as number[]]));
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const { kind, what, send } of inAnyOrder(guesses)) {
        const began = performance.now();
        const response = await send(server, addressOf(round, kind));
        await response.arrayBuffer();
        if (round >= 0) times.get(what)!.push(performance.now() - began);
      }
    }
    const medians = new Map([...times].map(([what, all]) => [what, percentile(all, 0.5)]));
    table(
      ['request', 'median ms'],
      [...medians].map(([what, ms]) => [what, ms.toFixed(2)]),
    );
    for (const [group, some] of Map.groupBy(guesses, ({ group }) => group)) {
      const all = some.map(({ what }) => medians.get(what)!);
      const apart = Math.max(...all) - Math.min(...all);
      process.stdout.write(`${group}: ${apart.toFixed(2)} ms apart at most\n`);
    }
    process.stdout.write('promise: < 1 ms apart\n');
  } finally {
    await server.stop();
  }
}

const inAnyOrder = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => [Math.random(), one] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, one]) => one);

const FROM_ONE = 40;

const addressOf = (round: number, kind: number): string =>
  `203.0.${kind}.${Math.floor((round + WARM_UP) / FROM_ONE)}`;

const at = ({ port }: BuiltServer, path: string): string => `http://127.0.0.1:${port}${path}`;

/** A token that is right is refused for its role, one that is wrong for itself; either before anything is read. */
async function apiTokens(server: BuiltServer): Promise<Guess[]> {
  const admin = await askAs(server, 'paakayttaja');
  const node = await nodeId(server, 'U014');
  const make = () =>
    done<{ token: { id: string }; secret: string }>(admin, 'POST', '/api/tokens', {
      name: 'Bench',
      role: 'viewer',
      node,
    });
  const [valid, revoked] = [await make(), await make()];
  await done(admin, 'POST', `/api/tokens/${revoked.token.id}/revoke`);
  const asking =
    (token: () => string): Send =>
    (to, from) =>
      fetch(at(to, '/api/tokens'), {
        headers: { authorization: `Bearer ${token()}`, 'x-forwarded-for': from },
      });
  const group = 'API token';
  return [
    { group, what: 'API token, valid', send: asking(() => valid.secret) },
    { group, what: 'API token, revoked', send: asking(() => revoked.secret) },
    { group, what: 'API token, unknown', send: asking(() => `polku_${newSecret()}`) },
  ];
}

/** Links that lead nowhere: they look all alike. A right one gets another page, so there is nothing to compare. */
async function invitations(server: BuiltServer): Promise<Guess[]> {
  const team = await askAs(server, 'asiakaskokemus');
  const node = await nodeId(server, 'U014');
  const made = await done<{ invitations: { token: string }[] }>(team, 'POST', '/api/invitations', {
    node,
  });
  const { surveys } = await done<{ surveys: { inUse: { id: string } }[] }>(
    team,
    'GET',
    '/api/surveys',
  );
  const used = made.invitations[0]!.token;
  const answer = (token: string, surveyVersion: string) => ({
    id: newId(),
    token,
    surveyVersion,
    language: 'fi',
    recommendation: 9,
  });
  const anybody = await askAs(server);
  const inUse = surveys[0]!.inUse.id;
  await done(anybody, 'POST', '/api/answers', answer(used, inUse));
  const opening =
    (token: () => string): Send =>
    (to, from) =>
      fetch(at(to, `/a/${token()}`), { headers: { 'x-forwarded-for': from } });
  const sending =
    (token: () => string): Send =>
    (to, from) =>
      fetch(at(to, '/api/answers'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify(answer(token(), inUse)),
      });
  return [
    { group: 'page', what: 'page, used', send: opening(() => used) },
    { group: 'page', what: 'page, unknown', send: opening(newSecret) },
    { group: 'answer', what: 'answer, used', send: sending(() => used) },
    { group: 'answer', what: 'answer, unknown', send: sending(newSecret) },
  ];
}
