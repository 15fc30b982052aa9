import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOutbound, type Outbound } from '#platform/http/outbound.ts';
import { isPublicAddress } from '#platform/http/public-address.ts';

// A canary sits on this machine: whatever reaches it reached something inside (H3).
let canary: Server;
let port: number;
let reached: string[] = [];
let outbound: Outbound;

/** What names lead to in these tests. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'inside.example': ['127.0.0.1'],
  'inside6.example': ['::1'],
  'both.example': ['93.184.215.14', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'cloud.example': ['169.254.169.254'],
  'zoned.example': ['fe80::1%lo'],
  [new URL('http://sisällä.example').hostname]: ['127.0.0.1'],
};
const resolve = async (host: string): Promise<readonly string[]> => NAMES[host] ?? [];
const ASK = { maxBytes: 1_000, timeoutMs: 1_000 };

beforeAll(async () => {
  canary = createServer(({ url = '' }, response) => {
    reached.push(url);
    const to = new URL(url, 'http://x').searchParams.get('to');
    if (to === null) response.end('canary');
    else response.writeHead(302, { location: to }).end();
  });
  await new Promise<void>((done) => canary.listen(0, '::', done));
  port = (canary.address() as AddressInfo).port;
  outbound = createOutbound({ resolve, ports: new Set([port, 80, 443]) });
});
afterAll(() => void canary.close());
beforeEach(() => void (reached = []));

const HOSTS = [
  // Loopback, in every spelling that some reader of addresses takes.
  '127.0.0.1',
  '127.0.0.2',
  '127.1',
  '127.0.1',
  '127.255.255.255',
  '127.127.127.127',
  '0',
  '0.0.0.0',
  '0.0.0.1',
  '0.1',
  '2130706433',
  '2130706434',
  '017700000001',
  '0x7f000001',
  '0X7F000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '0177.0.0.1',
  '0177.1',
  '0177.0x0.0.1',
  '127.0x0.0.01',
  '00000177.0.0.1',
  '0x0000007f.0.0.1',
  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '127。0。0。1',
  '127．0．0．1',
  '127｡0｡0｡1',
  '%31%32%37.0.0.1',
  '12７.0.0.1',
  '127.0.0.0x1',
  '127.0.1.1',
  '0x7f.0x0.0x0.0x1',
  // Private, link-local, shared, benchmarking, documentation, multicast, reserved.
  '10.0.0.1',
  '10.255.255.255',
  '167772161',
  '0xa000001',
  '012.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '2886729729',
  '192.168.0.1',
  '192.168.255.255',
  '3232235521',
  '0xc0.0xa8.0.1',
  '169.254.0.1',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.43518',
  '100.64.0.1',
  '100.127.255.255',
  '100.100.100.200',
  '192.0.0.1',
  '192.0.0.170',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '254.1.1.1',
  '255.255.255.255',
  '4294967295',
  '0xffffffff',
  // IPv6, and IPv4 within it.
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::0001]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::10.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::1]',
  '[64:ff9b:1:7f00:0:100::]',
  '[2002:7f00:1::]',
  '[2002:7f00:0001::1]',
  '[2002:a00:1::]',
  '[2002:a9fe:a9fe::]',
  '[2002:c0a8:1::]',
  '[2001:0:7f00:1::]',
  '[2001::80ff:fffe]',
  '[2001:0:4136:e378:8000:63bf:80ff:fffe]',
  '[2001:db8::1]',
  '[2001:2::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  '[3fff::1]',
  '[100::1]',
  '[100:0:0:1::1]',
  '[fe80::1]',
  '[febf::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00::1]',
  '[fd00:ec2::254]',
  '[fdff:ffff::1]',
  '[ff02::1]',
  '[ff0e::1]',
  '[ffff::1]',
  '[5f00::1]',
  '[4000::1]',
  '[2a00:1450::5efe:7f00:1]',
  '[2a00:1450::200:5efe:a00:1]',
  // Names that lead inside: the dot at the end, another case, one address of two, letters of other scripts.
  'inside.example',
  'INSIDE.example',
  'inside.example.',
  'inside6.example',
  'both.example',
  'mapped.example',
  'cloud.example',
  'zoned.example',
  'sisällä.example',
  'ｉｎｓｉｄｅ.example',
  'inside。example',
  'in\u00ADside.example',
];

test('the canary sings when something reaches it, so that its silence means something', async () => {
  const careless = createOutbound({ resolve, mayReach: () => true, ports: new Set([port]) });
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '[::1]',
    '[::ffff:7f00:1]',
    'sisällä.example',
    'in\u00ADside.example',
  ])
    await careless(`http://${host}:${port}/${reached.length}`, ASK);
  expect(reached).toEqual(['/0', '/1', '/2', '/3', '/4', '/5']);
});

test('of at least 120 addresses none reaches anything inside', async () => {
  expect(new Set(HOSTS).size).toBe(HOSTS.length);
  expect(HOSTS.length).toBeGreaterThanOrEqual(120);
  const answers = await Promise.all(
    HOSTS.map(async (host) => [host, await outbound(`http://${host}:${port}/`, ASK)] as const),
  );
  expect(answers.filter(([, { kind }]) => kind === 'answered' || kind === 'moved')).toEqual([]);
  // They are refused, and not merely out of reach from here.
  expect(answers.filter(([, { kind }]) => kind !== 'refused')).toEqual([]);
  expect(reached).toEqual([]);
});

test.for([
  ['another scheme', 'ftp://93.184.215.14/', 'scheme'],
  ['a file', 'file:///etc/passwd', 'no-address'],
  ['a script', 'javascript:alert(1)', 'no-address'],
  ['gopher', 'gopher://127.0.0.1:6379/_INFO', 'scheme'],
  ['a name and a password', 'https://kela.fi:x@93.184.215.14/', 'credentials'],
  ['a name before the host', 'https://kela.fi@93.184.215.14/', 'credentials'],
  ['the port of a database', 'http://93.184.215.14:5432/', 'port'],
  ['the port of a shell', 'https://93.184.215.14:22/', 'port'],
  ['no address', 'http://', 'no-address'],
  ['a broken address', 'http://[::1', 'no-address'],
] as const)('%s is refused unasked', async ([, address, why]) => {
  expect(await createOutbound({ resolve })(address, ASK)).toEqual({ kind: 'refused', why });
});

describe('a name that leads elsewhere each time', () => {
  test('is asked for once, and the connection goes to the address that was looked at', async () => {
    let asked = 0;
    const rebinding = createOutbound({
      // The second answer would be the canary.
      resolve: async () => [asked++ === 0 ? '127.0.0.1' : '93.184.215.14'],
      // Stands for a public address: only this one may be reached, and the name itself leads nowhere.
      mayReach: (address) => address === '127.0.0.1',
      ports: new Set([port]),
    });
    expect(await rebinding(`http://rebinding.example:${port}/`, ASK)).toMatchObject({
      status: 200,
    });
    expect([asked, reached]).toEqual([1, ['/']]);
  });

  test('is looked at again after a redirect', async () => {
    let asked = 0;
    const rebinding = createOutbound({
      resolve: async () => [asked++ === 0 ? '127.0.0.1' : '127.0.0.2'],
      mayReach: (address) => address === '127.0.0.1',
      ports: new Set([port]),
    });
    const answer = await rebinding(`http://rebinding.example:${port}/?to=/inside`, ASK);
    expect(answer).toEqual({ kind: 'refused', why: 'not-public' });
    expect(reached).toEqual(['/?to=/inside']);
  });
});

describe('a redirect', () => {
  const public_ = (): Outbound =>
    createOutbound({
      resolve: async (host) => (host === 'open.example' ? ['127.0.0.1'] : ['127.0.0.9']),
      mayReach: (address) => address === '127.0.0.1',
      ports: new Set([port]),
    });

  test.for([
    'http://127.0.0.9:PORT/inside',
    'http://169.254.169.254/latest/meta-data/',
    'https://other.example/',
    '//inside.example:PORT/',
    'http://[::1]:PORT/inside',
  ])('to another host (%s) is told and not followed', async (to) => {
    const given = to.replace('PORT', String(port));
    const answer = await public_()(
      `http://open.example:${port}/?to=${encodeURIComponent(given)}`,
      ASK,
    );
    expect(answer).toMatchObject({ kind: 'moved', status: 302 });
    expect(reached).toHaveLength(1);
  });

  test.for([
    ['another port', 'http://open.example:5432/', 'port'],
    ['another scheme', 'ftp://open.example/', 'scheme'],
    ['a name and a password', 'http://a:b@open.example/', 'credentials'],
  ] as const)('to %s of the same host is refused', async ([, to, why]) => {
    const answer = await public_()(
      `http://open.example:${port}/?to=${encodeURIComponent(to)}`,
      ASK,
    );
    expect(answer).toEqual({ kind: 'refused', why });
  });

  test('within the host is followed, but not for ever', async () => {
    expect(await public_()(`http://open.example:${port}/?to=/there`, ASK)).toMatchObject({
      status: 200,
    });
    const self = `http://open.example:${port}/?to=`;
    expect(await public_()(`${self}${encodeURIComponent('?to=')}`, ASK)).toEqual({
      kind: 'failed',
      why: 'redirects',
    });
  });
});

describe('a server that means harm', () => {
  const serve = async (
    answer: RequestListener,
    ask: (address: string, outbound: Outbound) => Promise<void>,
  ): Promise<void> => {
    const server = createServer(answer);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port: at } = server.address() as AddressInfo;
    const near = createOutbound({ mayReach: () => true, ports: new Set([at]) });
    await ask(`http://127.0.0.1:${at}/`, near);
    server.closeAllConnections();
    server.close();
  };

  test('may send without end: so much is read, and no more', () =>
    serve(
      (_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(10_000)));
        };
        response.on('drain', more);
        more();
      },
      async (address, near) => {
        const answer = await near(address, { maxBytes: 5_000, timeoutMs: 5_000 });
        expect(answer).toMatchObject({ kind: 'answered', cut: true });
        expect(answer.kind === 'answered' && answer.body.length).toBe(5_000);
      },
    ));

  test('may say nothing: it is left when its time is over', () =>
    serve(
      () => undefined,
      async (address, near) => {
        expect(await near(address, { maxBytes: 5_000, timeoutMs: 100 })).toEqual({
          kind: 'failed',
          why: 'time',
        });
      },
    ));

  test('a resolver that does not answer is left too', async () => {
    const slow = createOutbound({ resolve: () => new Promise(() => undefined) });
    expect(await slow('https://thl.fi/', { ...ASK, timeoutMs: 50 })).toEqual({
      kind: 'failed',
      why: 'time',
    });
  });
});

test('settings for a proxy are not read', async () => {
  process.env['HTTP_PROXY'] = process.env['http_proxy'] = `http://127.0.0.1:${port}`;
  try {
    const near = createOutbound({
      resolve: async () => ['127.0.0.1'],
      mayReach: (address) => address === '127.0.0.1',
      ports: new Set([1]),
    });
    expect(await near('http://open.example:1/', ASK)).toEqual({ kind: 'failed', why: 'connect' });
    expect(reached).toEqual([]);
  } finally {
    delete process.env['HTTP_PROXY'];
    delete process.env['http_proxy'];
  }
});

test('what is open to everybody may be asked', () => {
  const open = [
    '93.184.215.14',
    '8.8.8.8',
    '1.1.1.1',
    '2a00:1450:4001::200e',
    '64:ff9b::808:808',
    '2606:4700::1111',
  ];
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
});
