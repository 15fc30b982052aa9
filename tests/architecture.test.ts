import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Which module may use which: the table of ARCHITECTURE.md. A new module or arrow is a decision record. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  organisation: [],
  identity: ['organisation'],
  channels: ['organisation'],
  handbook: ['organisation'],
  paths: ['organisation', 'channels', 'handbook'],
  partners: ['paths'],
  surveys: ['organisation', 'paths'],
  feedback: ['organisation', 'paths', 'surveys'],
  collection: ['organisation', 'paths', 'surveys', 'feedback'],
  reports: ['organisation', 'paths', 'surveys', 'feedback'],
  development: ['organisation', 'paths', 'feedback', 'reports'],
  audit: ['organisation'],
  retention: ['organisation'],
};

/** Which surface may import what, beside itself. */
const SURFACES: Readonly<Record<string, readonly RegExp[]>> = {
  modules: [/^#modules\//, /^#contract\//, /^#platform\//],
  integrations: [/^#modules\//, /^#platform\//],
  platform: [/^#platform\//, /^#locales\/index\.ts$/],
  site: [
    /^#site\//,
    /^#ui\//,
    /^#modules\//,
    /^#contract\//,
    /^#platform\//,
    /^#main\/(parts|ports|app)\.ts$/,
  ],
  staff: [
    /^#staff\//,
    /^#ui\//,
    /^#contract\//,
    /^#locales\//,
    /^#platform\/(i18n|time|language|context)\.ts$/,
  ],
  ui: [/^#ui\//, /^#locales\//, /^#platform\/(i18n|time|language|context)\.ts$/],
};

const FORBIDDEN = /(^|\/)(utils?|helpers?|common|shared|lib|misc|types|services)(\/|\.|$)/;

interface Import {
  readonly file: string;
  readonly name: string;
  readonly typeOnly: boolean;
}

const files = globSync('src/**/*.{ts,tsx}').filter(
  (file) => !/(\.test|-for-tests)\.tsx?$/.test(file),
);
const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    file,
    name: match[2] ?? match[3]!,
    typeOnly: match[1] !== undefined,
  })),
);
const folderOf = (file: string): string => file.split('/')[1]!;
const moduleOf = (file: string): string => file.split('/')[2]!;

test('the table of modules is the list of modules', () => {
  expect([...new Set(globSync('src/modules/*').map(moduleOf))].toSorted()).toEqual(
    Object.keys(MAY_USE).toSorted(),
  );
});

test('the table of modules has no cycle', () => {
  const order: string[] = [];
  while (order.length < Object.keys(MAY_USE).length) {
    const next = Object.keys(MAY_USE).find(
      (name) => !order.includes(name) && MAY_USE[name]!.every((used) => order.includes(used)),
    );
    expect(next, `no module is free of the others after ${order.join(', ')}`).toBeDefined();
    order.push(next!);
  }
});

test('a module uses only those that the table allows it', () => {
  const wrong = imports
    .filter(({ file }) => file.startsWith('src/modules/'))
    .filter(({ file, name }) => {
      const used = /^#(?:modules|contract)\/([^/]+)$/.exec(name)?.[1];
      return (
        used !== undefined && used !== moduleOf(file) && !MAY_USE[moduleOf(file)]!.includes(used)
      );
    });
  expect(wrong).toEqual([]);
});

describe.each(Object.entries(SURFACES))('%s', (folder, allowed) => {
  test('imports only what its place in the house allows', () => {
    const wrong = imports
      .filter(({ file, name }) => folderOf(file) === folder && name.startsWith('#'))
      .filter(
        ({ name, typeOnly }) =>
          !allowed.some((rule) => rule.test(name)) &&
          !(typeOnly && folder === 'platform' && name.startsWith('#main/')),
      );
    expect(wrong).toEqual([]);
  });
});

test('only routes know the web framework', () => {
  const wrong = imports.filter(
    ({ file, name }) =>
      file.startsWith('src/modules/') && name.startsWith('hono') && !file.endsWith('routes.ts'),
  );
  expect(wrong).toEqual([]);
});

test('only settings.ts reads the environment', () => {
  const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
  expect(readers.toSorted()).toEqual([
    'src/cli/polku.ts',
    'src/main/server.ts',
    // These hand the environment on to PostgreSQL's own programs.
    'src/platform/embedded-database/launch.ts',
    'src/platform/embedded-database/prepare.ts',
  ]);
});

test('the program asks nothing of anybody but its database, and one door leads out', () => {
  const ASKS =
    /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource)\(|sendBeacon|\b(?:request|get|connect|createConnection)\b[^;]*\bfrom 'node:(?:https?|http2|net|tls|dgram)'|from '(?:undici|ws|node:dgram|node:http2|node:https)'/;
  const asking = files
    .filter((file) => !file.startsWith('src/staff/'))
    .filter((file) => ASKS.test(readFileSync(file, 'utf8')));
  expect(asking.toSorted()).toEqual([
    // It looks whether its own database answers on its socket.
    'src/platform/embedded-database/acquire.ts',
    // The link checker and the copies of other systems go through here, to public addresses only (decision 36).
    'src/platform/http/outbound.ts',
    // In the reader's browser: the site's own pages of paths, for the list that stays there (decision 40).
    'src/site/paths/own-list-script.ts',
  ]);
});

test('no file or folder is named after nothing', () => {
  expect(
    globSync('{src,tests,bench}/**/*').filter((file) =>
      FORBIDDEN.test(file.replace(/^src\/locales\/\w+\/common\.json$/, '')),
    ),
  ).toEqual([]);
});

test('each export of a door is documented', () => {
  const bare = globSync('src/modules/*/index.ts').flatMap((door) => {
    const folder = door.slice(0, door.lastIndexOf('/'));
    return [
      ...readFileSync(door, 'utf8').matchAll(/export (?:type )?\{([^}]+)\} from '\.\/([^']+)'/g),
    ].flatMap(([, names, file]) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8');
      return names!
        .split(',')
        .map((name) =>
          name
            .trim()
            .replace(/^type /, '')
            .replace(/ as .*/, ''),
        )
        .filter(
          (name) =>
            name !== '' &&
            !new RegExp(
              `\\*/\\n(?://[^\\n]*\\n)*export (?:async )?(?:abstract )?(?:function|const|class|interface|type) ${name}\\b`,
            ).test(text),
        )
        .filter((name) => !new RegExp(`export type ${name} = z\\.infer`).test(text))
        .map((name) => `${folder}/${file}: ${name}`);
    });
  });
  expect(bare).toEqual([]);
});
