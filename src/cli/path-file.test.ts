import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startProcess, type TestProcess } from '#tests/support/process.ts';
import type { Opened } from './open-command.ts';
import { exportPathFile } from './path-export.ts';
import { importPathFile } from './path-import.ts';
import { validatePathFile } from './path-validate.ts';

let running: TestProcess;
let opened: Opened;
let folder: string;
let said: string;

beforeAll(async () => {
  running = await startProcess();
  opened = { run: running.run, read: running.run, close: async () => undefined };
  folder = await mkdtemp(join(tmpdir(), 'polku-path-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await running.stop();
});

beforeEach(() => {
  said = '';
  const hear = (text: string | Uint8Array): boolean => ((said += String(text)), true);
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
});
afterEach(() => vi.restoreAllMocks());

const keep = async (name: string, content: unknown): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const path = (children: unknown = []): unknown => ({
  format: 'urn:polku:service-path:1',
  slugs: { fi: 'oma-polku' },
  path: { anchor: 'polku', kind: 'path', texts: { title: { fi: 'Oma polku' } }, children },
});

test('a path is brought in as a draft, and written again by its address as it was', async () => {
  const file = await keep('whole.json', path([{ anchor: 'alku', kind: 'phase' }]));
  expect(await validatePathFile(undefined, { given: [file] })).toBe(0);
  expect(await importPathFile(opened, { given: [file], node: running.root })).toBe(0);
  expect(said).toMatch(/A draft was made\. It is not published: \/staff\/paths\/[0-9a-f-]{36}/);
  const copy = join(folder, 'copy.json');
  expect(await exportPathFile(opened, { given: ['oma-polku', copy] })).toBe(0);
  const written = JSON.parse(await readFile(copy, 'utf8')) as { path: unknown };
  expect(written.path).toEqual((JSON.parse(await readFile(file, 'utf8')) as typeof written).path);
  said = '';
  // Its address is taken now.
  expect(await importPathFile(opened, { given: [file], node: running.root })).toBe(1);
  expect(said).toContain('already in use');
});

test('every fault of a file is told in a sentence with its place', async () => {
  const file = await keep(
    'wrong.json',
    path([
      { anchor: 'a', kind: 'phase' },
      { anchor: 'a', kind: 'quote', texts: { text: { fi: 'Hetu 131052-308T' } } },
    ]),
  );
  expect(await validatePathFile(undefined, { given: [file] })).toBe(1);
  expect(said).toBe(
    '/path/children/1/anchor: This is already in use. Choose another one.\n' +
      '/path/children/1/texts/text/fi: The text seems to contain a personal identity code. Remove it.\n' +
      '2 faults.\n',
  );
  said = '';
  expect(await importPathFile(opened, { given: [file], node: running.root })).toBe(1);
  expect(said).toContain('/path/children/1/anchor: ');
  said = '';
  expect(await validatePathFile(undefined, { given: [await keep('x.json', '{"')] })).toBe(1);
  expect(said).toContain('(the whole file): The JSON that was sent is broken.');
});

test('channels are looked for when a county is given', async () => {
  const step = {
    anchor: 's',
    kind: 'step',
    children: [{ anchor: 'k', kind: 'channel-use', channel: 'ei-ole' }],
  };
  const file = await keep('channel.json', path([{ anchor: 'a', kind: 'phase', children: [step] }]));
  expect(await validatePathFile(undefined, { given: [file] })).toBe(0);
  expect(await validatePathFile(opened, { given: [file] })).toBe(1);
  expect(said).toContain('/path/children/0/children/0/children/0/channel: ');
});

test('what is missing or unknown is said', async () => {
  const file = await keep('other.json', path());
  expect(await validatePathFile(undefined, { given: [] })).toBe(2);
  expect(await importPathFile(opened, { given: [file] })).toBe(2);
  expect(await importPathFile(opened, { given: [file], node: 'ei-ole' })).toBe(1);
  expect(await exportPathFile(opened, { given: ['ei-ole'] })).toBe(1);
  expect(said).toContain('The county has no path with the id or address ei-ole.');
});
