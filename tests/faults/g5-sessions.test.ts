import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#main/app.ts';
import { readSettings } from '#main/settings.ts';
import { addAccount, grantRole } from '#modules/identity';
import { hashOf, newSecret } from '#platform/ids.ts';
import { startProcess, type TestProcess } from '#tests/support/process.ts';

// As in production: https, so that the cookie has its whole name. What a browser would keep back (`SameSite`) is sent.

const OWN = 'https://polut.example.fi';

let running: TestProcess;
let neighbour: TestProcess;
let app: ReturnType<typeof createApp>;
let count = 0;

beforeAll(async () => {
  running = await startProcess();
  neighbour = await startProcess({ url: running.url });
  const env = { POLKU_MODE: 'production', PUBLIC_URL: OWN, LOG_LEVEL: 'silent' };
  app = createApp({ ...running.parts, settings: readSettings(env) });
});
afterAll(async () => {
  await neighbour.stop();
  await running.stop();
});

interface Asked {
  readonly method?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly body?: string;
}

async function ask(
  path: string,
  { method = 'GET', cookie, headers = {}, json, body }: Asked = {},
): Promise<Response> {
  const sent = json === undefined ? body : JSON.stringify(json);
  return app.request(path, {
    method,
    headers: {
      host: 'polut.example.fi',
      ...(cookie && { cookie }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
}

/** Somebody with an account of their own, who administers the county. */
interface Person {
  readonly account: string;
  readonly email: string;
  readonly password: string;
}

async function addPerson(): Promise<Person> {
  count += 1;
  const form = { email: `henkilo${count}@example.fi`, name: `H${count}`, language: 'fi' } as const;
  return running.run(async (ctx) => {
    const { account, password } = await addAccount(ctx, form);
    await grantRole(ctx, account.id, { role: 'administrator', node: running.root });
    return { account: account.id, email: form.email, password };
  });
}

const enter = ({ email, password }: Person, cookie?: string): Promise<Response> =>
  ask('/api/session', {
    method: 'POST',
    json: { email, password },
    ...(cookie !== undefined && { cookie }),
  });

const NAME = '__Host-polku';
const secretOf = (response: Response): string =>
  /^__Host-polku=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
const cookie = (secret: string): string => `${NAME}=${secret}`;

/** The one who is attacked, signed in. */
async function victim(): Promise<Person & { secret: string }> {
  const person = await addPerson();
  const response = await enter(person);
  expect(response.status).toBe(200);
  return { ...person, secret: secretOf(response) };
}

/** Whether this opens anybody's session. */
const isIn = async (asked: Asked, path = '/api/session'): Promise<boolean> =>
  (await ask(path, asked)).ok;

type Victim = Awaited<ReturnType<typeof victim>>;
/** An attack; true when it got through. */
type Attack = (of: Victim) => Promise<boolean>;

const setSession = (of: Victim, change: ReturnType<typeof sql>): Promise<unknown> =>
  running.run((ctx) =>
    sql`update session set ${change} where token_hash = ${hashOf(of.secret)}`.execute(ctx.db),
  );

const THEFT: Readonly<Record<string, Attack>> = {
  'the stored hash, as hexadecimal': ({ secret }) =>
    isIn({ cookie: cookie(hashOf(secret).toString('hex')) }),
  'the stored hash, as the cookie is written': ({ secret }) =>
    isIn({ cookie: cookie(hashOf(secret).toString('base64url')) }),
  'the stored hash, as bytes': ({ secret }) =>
    isIn({
      cookie: cookie(
        hashOf(secret)
          .toString('latin1')
          .replaceAll(/[^!-~]|;/g, ''),
      ),
    }),
  'all but the last character': ({ secret }) => isIn({ cookie: cookie(secret.slice(0, -1)) }),
  'one character changed': ({ secret }) =>
    isIn({ cookie: cookie((secret.startsWith('A') ? 'B' : 'A') + secret.slice(1)) }),
  'one character more': ({ secret }) => isIn({ cookie: cookie(`${secret}A`) }),
  'an empty cookie': () => isIn({ cookie: cookie('') }),
  'a guess': () => isIn({ cookie: cookie(newSecret()) }),
  'the secret under the name without the prefix': ({ secret }) =>
    isIn({ cookie: `polku=${secret}` }),
  'the secret under another prefix': ({ secret }) => isIn({ cookie: `__Secure-polku=${secret}` }),
  'the secret in the address': ({ secret }) => isIn({}, `/api/session?${NAME}=${secret}`),
  'the secret as a token': ({ secret }) =>
    isIn({ headers: { authorization: `Bearer ${secret}` } }, '/api/nodes'),
  'a token of another system as a cookie': async () =>
    isIn({ cookie: cookie((await running.addToken('administrator')).token) }),
  'a session of another county in the same database': async () =>
    isIn({ cookie: cookie((await neighbour.signIn('administrator')).cookie.slice(6)) }),
  'after signing out': async ({ secret }) => {
    await ask('/api/session', { method: 'DELETE', cookie: cookie(secret) });
    return isIn({ cookie: cookie(secret) });
  },
  'after signing out everywhere, from another browser': async (of) => {
    const other = secretOf(await enter(of));
    await ask('/api/session/all', { method: 'DELETE', cookie: cookie(other) });
    return (await isIn({ cookie: cookie(of.secret) })) || isIn({ cookie: cookie(other) });
  },
  'after a change of password, from another browser': async (of) => {
    const json = { current: of.password, next: 'neljä sanaa vailla yhteyttä' };
    const other = cookie(secretOf(await enter(of)));
    const changed = await ask('/api/account/password', { method: 'PUT', cookie: other, json });
    expect(changed.status).toBe(204);
    return (await isIn({ cookie: cookie(of.secret) })) || isIn({ cookie: other });
  },
  'after the account was closed': async ({ account, secret }) => {
    const by = cookie((await victim()).secret);
    await ask(`/api/accounts/${account}/close`, { method: 'POST', cookie: by });
    return isIn({ cookie: cookie(secret) });
  },
  'after the last role was taken away': async ({ account, secret }) => {
    await running.run((ctx) =>
      sql`delete from account_role where account_id = ${account}`.execute(ctx.db),
    );
    return isIn({ cookie: cookie(secret) }, '/api/accounts');
  },
  'twelve hours after the sign-in': async (of) => {
    await setSession(of, sql`expires_at = now()`);
    return isIn({ cookie: cookie(of.secret) });
  },
  'two hours after the last use': async (of) => {
    await setSession(of, sql`seen_at = now() - interval '2 hours'`);
    return isIn({ cookie: cookie(of.secret) });
  },
};

const FIXATION: Readonly<Record<string, Attack>> = {
  'a planted secret is taken over by the sign-in': async (of) => {
    const planted = newSecret();
    const own = secretOf(await enter(of, cookie(planted)));
    return own === planted || isIn({ cookie: cookie(planted) });
  },
  'the attacker’s own session becomes the victim’s': async (of) => {
    const attacker = await victim();
    await enter(of, cookie(attacker.secret));
    const response = await ask('/api/session', { cookie: cookie(attacker.secret) });
    return response.ok;
  },
  'the secret stays the same at the next sign-in': async (of) =>
    secretOf(await enter(of)) === of.secret,
  'the former session of the browser lives on beside the new one': async (of) => {
    await enter(of, cookie(of.secret));
    return isIn({ cookie: cookie(of.secret) });
  },
  'the secret stays the same after a change of password': async (of) => {
    const json = { current: of.password, next: 'neljä sanaa vailla yhteyttä' };
    const mine = cookie(of.secret);
    const response = await ask('/api/account/password', { method: 'PUT', cookie: mine, json });
    const next = secretOf(response);
    return next === '' || next === of.secret || isIn({ cookie: mine });
  },
  'a cookie of a neighbouring host, without the prefix, stands before the real one': async (of) => {
    const planted = await victim();
    const both = `polku=${planted.secret}; ${cookie(of.secret)}`;
    const { account } = (await (await ask('/api/session', { cookie: both })).json()) as {
      account: { id: string };
    };
    return account.id !== of.account;
  },
  'scripts, plain http or other hosts can read or set the cookie': async (of) => {
    const text = (await enter(of)).headers.get('set-cookie') ?? '';
    return !/^__Host-polku=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Secure$/.test(text);
  },
  'the secret is told anywhere but in the cookie': async (of) => {
    const response = await enter(of);
    const rest = [...response.headers].filter(([name]) => name !== 'set-cookie');
    return (JSON.stringify(rest) + (await response.text())).includes(secretOf(response));
  },
  'a refused sign-in opens something or ends what there was': async (of) => {
    const wrong = { ...of, password: 'wrong' };
    const response = await enter(wrong, cookie(of.secret));
    const stands = await isIn({ cookie: cookie(of.secret) });
    return response.ok || response.headers.has('set-cookie') || !stands;
  },
};

const FORM = {
  'content-type': 'application/x-www-form-urlencoded',
};
const LANGUAGE = { method: 'PUT', json: { language: 'sv' } } as const;

/** A change of the victim's own matters that another site's page asks for in their browser. */
const from =
  (headers: Record<string, string>, asked: Asked = LANGUAGE, path = '/api/account/language') =>
  async (of: Victim): Promise<boolean> =>
    (await ask(path, { ...asked, headers, cookie: cookie(of.secret) })).ok;

const elsewhere = { origin: 'https://evil.example' };
const account = { email: 'uusi@example.fi', name: 'Uusi' };

const FORGERY: Readonly<Record<string, Attack>> = {
  'from another site': from(elsewhere),
  'from an origin that hides itself': from({ origin: 'null' }),
  'from an empty origin': from({ origin: '' }),
  'from the same name on plain http': from({ origin: 'http://polut.example.fi' }),
  'from another port': from({ origin: `${OWN}:8443` }),
  'from a neighbouring host': from({ origin: 'https://muu.example.fi' }),
  'from a host that begins with ours': from({ origin: `${OWN}.evil.example` }),
  'from a host that ends with ours': from({ origin: 'https://evil-polut.example.fi' }),
  'from a host that has ours before an at sign': from({ origin: `${OWN}@evil.example` }),
  'from an extension': from({ origin: 'chrome-extension://polut.example.fi' }),
  'without an origin, but from another site': from({ 'sec-fetch-site': 'cross-site' }),
  'without an origin, but from a neighbouring host': from({ 'sec-fetch-site': 'same-site' }),
  'an account is added': from(elsewhere, { method: 'POST', json: account }, '/api/accounts'),
  'a file is brought in': from(elsewhere, { method: 'POST', body: 'Code\nX' }, '/api/nodes/table'),
  'the session is ended': from(elsewhere, { method: 'DELETE' }, '/api/session/all'),
  'as a form that needs no asking before': from(FORM, { method: 'PUT', body: '{"language":"sv"}' }),
  'as plain text that holds JSON': from(
    { 'content-type': 'text/plain' },
    { method: 'PUT', body: '{"language":"sv"}' },
  ),
  'as a form with a file': from(
    { 'content-type': 'multipart/form-data; boundary=x' },
    { method: 'PUT', body: '{"language":"sv"}' },
  ),
  'by GET, with the method in a header': from(
    { 'x-http-method-override': 'PUT', 'content-type': 'application/json' },
    { method: 'GET' },
    '/api/account/language',
  ),
  'by GET, with everything in the address': from(
    {},
    { method: 'GET' },
    '/api/account/language?_method=PUT&language=sv',
  ),
  'by POST in the place of PUT': from({}, { method: 'POST', json: { language: 'sv' } }),
  'a sign-in of the attacker’s own in the victim’s browser': async () => {
    const { email, password } = await addPerson();
    const json = { email, password };
    const response = await ask('/api/session', { method: 'POST', headers: elsewhere, json });
    return response.ok || response.headers.has('set-cookie');
  },
  'the browser asks whether another site may, and is told so': async ({ secret }) => {
    const response = await ask('/api/account/language', {
      method: 'OPTIONS',
      cookie: cookie(secret),
      headers: {
        ...elsewhere,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type, authorization',
      },
    });
    return response.ok || [...response.headers.keys()].some((name) => /^access-control/.test(name));
  },
  'a token that is none lets the cookie through from another site': from({
    ...elsewhere,
    authorization: `Bearer polku_${newSecret()}`,
  }),
};

const CASES = [
  ...Object.entries(THEFT).map(([name, attack]) => ['theft', name, attack] as const),
  ...Object.entries(FIXATION).map(([name, attack]) => ['fixation', name, attack] as const),
  ...Object.entries(FORGERY).map(([name, attack]) => ['forgery', name, attack] as const),
];

describe(`G5: ${CASES.length} ways to somebody else’s session`, () => {
  test('G5: there are 40 of them or more, and what they try works for whom it is meant', async () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
    const of = await victim();
    expect(await isIn({ cookie: cookie(of.secret) })).toBe(true);
    expect(await isIn({ cookie: cookie(of.secret) }, '/api/accounts')).toBe(true);
    expect(await from({ origin: OWN })(of)).toBe(true);
    expect(await from({})(of)).toBe(true);
  });

  test.each(CASES)('G5: %s: %s', async (_, __, attack) => {
    const of = await victim();
    const before = await matters(of.account);
    expect(await attack(of)).toBe(false);
    expect(await matters(of.account)).toBe(before);
  });
});

/** What a forged request would have changed. */
async function matters(of: string): Promise<string> {
  const { rows } = await running.run((ctx) =>
    sql`select (select language from account where id = ${of}),
      (select count(*)::int from account where email = ${account.email}), (select count(*)::int from node)`.execute(
      ctx.db,
    ),
  );
  return JSON.stringify(rows);
}
