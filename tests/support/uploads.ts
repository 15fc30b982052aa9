import { gzipSync } from 'node:zlib';

/** A file that somebody hands in who means no good, or knows no better. */
export interface Upload {
  readonly name: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

const MB = 1024 * 1024;
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, encoding));
const join = (...parts: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>';
const HEADS = 'phase;lane;text;code;parent;kind;name (fi)\n';
const table = (cell: string, rows = 1): string =>
  HEADS + `${[cell, 'Action', cell, 'X-1', 'X', 'unit', cell].join(';')}\n`.repeat(rows);

let packed: Uint8Array | undefined;
// A hundred megabytes of nothing.
const bomb = (): Uint8Array => (packed ??= gzipSync(Buffer.alloc(100 * MB)));

const png = (width: number, height: number): Uint8Array => {
  const head = Buffer.alloc(33);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
};

/** Ten kinds of files; each is made in twenty ways, of which the first alone is tried in every run. */
const KINDS: Readonly<Record<string, (way: number) => Uint8Array<ArrayBuffer>>> = {
  'too large': (way) => bytesOf('x'.repeat((5 + way) * MB + 1)),
  'an archive that unpacks to much': (way) =>
    join(
      way % 2 === 0 ? ['PK\u0003\u0004', 'PK\u0005\u0006'][(way / 2) % 2]! : '',
      bomb(),
      table(`${way}`),
    ),
  'a picture of more pixels than there is memory': (way) =>
    join(png(2 ** 16 * (way + 1), 2 ** 31 - way), way % 2 === 0 ? '' : table('a')),
  'two kinds of file at once': (way) =>
    join(
      [
        'GIF89a',
        '%PDF-1.7\n',
        '<!doctype html><script>alert(1)</script>',
        '\u007fELF',
        'MZ',
        '#!/bin/sh\n',
      ][way % 6]!,
      table(SVG, way + 1),
    ),
  'names of other places': (way) =>
    bytesOf(
      table(
        [
          '../../../etc/passwd',
          String.raw`..\..\win.ini`,
          '/dev/stdin',
          'file:///etc/passwd',
          String.raw`\\server\share`,
          'CON',
          'a\u202Egpj.exe',
          '%2e%2e%2f',
          '....//',
          '~/.ssh/id',
        ][way % 10]!,
        1 + Math.floor(way / 10),
      ),
    ),
  'a virus as scanners know it': (way) =>
    bytesOf(way % 2 === 0 ? EICAR.repeat(way + 1) : table(EICAR, way)),
  'a drawing with a script': (way) =>
    bytesOf(way % 2 === 0 ? SVG.repeat(way + 1) : table(SVG.replaceAll(/"/g, '""'), way)),
  'another charset, or none': (way) => {
    const text = table('Äänekoski å ö');
    const swapped = Buffer.from(text, 'utf16le').swap16();
    const ways = [
      join(Buffer.from([0xfe, 0xff]), swapped),
      bytesOf(text, 'utf16le'),
      bytesOf(text, 'latin1'),
      join(Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le').subarray(1)),
      bytesOf(table('a\u0000b')),
      bytesOf(text.replaceAll(';', '\u0000')),
      join(Buffer.alloc(MB), text),
      bytesOf(table('\ud800')),
      join(text, Buffer.from([0xff, 0xfe, 0xc0, 0x80])),
      bytesOf('+ADw-script+AD4-\n'),
    ];
    return way < 10 ? ways[way]! : join(ways[way - 10]!, '\u0000'.repeat(way));
  },
  'a table without an end': (way) => {
    const ways = [
      () => `text${';'.repeat(4 * MB)}\n`,
      () => `${HEADS}${'x'.repeat(4 * MB)}`,
      () => `${HEADS}"${'a\n'.repeat(2 * MB)}`,
      () => HEADS + '\n'.repeat(4 * MB),
      () => HEADS + 'a;Action;b;X;Y;unit;c\n'.repeat(30_000),
      () => HEADS + `${'a;'.repeat(100)}\n`.repeat(20_000),
      () => `${HEADS.trim()};${'text;'.repeat(10_000)}\n`,
      () => HEADS + '"'.repeat(3 * MB),
      () => `${'phase;'.repeat(2)}text\na;b;c\n`,
      () => HEADS + ';;;;;;\n'.repeat(300_000),
    ];
    return bytesOf(ways[way % 10]!().slice(way < 10 ? 0 : 1));
  },
  'JSON that is no path': (way) => {
    const ways = [
      () => '['.repeat(2 * MB),
      () =>
        `{"format":"urn:polku:service-path:1","format":"x","path":{"anchor":"polku","anchor":"x","kind":"path"}}`,
      () => '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      () =>
        `{"format":"urn:polku:service-path:1","path":{"anchor":"polku","kind":"path","texts":{"title":{"fi":"${'x'.repeat(4 * MB)}"}}}}`,
      () => `[${'1e999,'.repeat(500_000)}1]`,
      () => '{"format":1e400,"path":null}',
      () =>
        `{"format":"urn:polku:service-path:1","path":{"anchor":"polku","kind":"path","children":[${'{"kind":"phase"},'.repeat(50_000)}{}]}}`,
      () => '"\\ud800\\u0000"',
      () => '{"format":"urn:polku:service-path:1","path":{"anchor":"../../x","kind":"__proto__"}}',
    ];
    return bytesOf(`${way < 10 ? '' : '\ufeff'}${ways[way % 10]!()}`);
  },
};

const WAYS = 20;

/** So many of two hundred files: the first way of each kind, then the second. */
export const uploads = (count: number): Upload[] =>
  Array.from({ length: WAYS }, (_, way) =>
    Object.entries(KINDS).map(([kind, make]) => ({
      name: `${kind}, ${way + 1}`,
      bytes: () => make(way),
    })),
  )
    .flat()
    .slice(0, count);
