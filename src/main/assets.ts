import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import type { AppEnvironment } from './app.ts';

interface File {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br?: () => Uint8Array<ArrayBuffer>;
  readonly gzip?: () => Uint8Array<ArrayBuffer>;
}

/** The built files of the browser, held in memory, and the addresses by which pages name them. */
export interface Assets {
  readonly files: ReadonlyMap<string, File>;
  readonly siteStyle: string;
  readonly answerScript: string;
  readonly guideScript: string;
  readonly listScript: string;
  readonly siteFont: string | undefined;
  readonly staffScript: string;
  readonly staffStyles: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
};

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;

/** Reads what `npm run build` made. @throws when it has not been run. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = JSON.parse(
    await readFile(join(folder, '.vite/manifest.json'), 'utf8'),
  ) as Manifest;
  const names = await readdir(join(folder, 'assets'));
  const files = new Map<string, File>();
  for (const name of names)
    files.set(name, fileOf(name, await readFile(join(folder, 'assets', name))));
  const style = manifest['src/site/style.ts']?.css?.[0];
  const staff = manifest['src/staff/main.tsx'];
  return {
    files,
    siteStyle: `/${style}`,
    answerScript: `/${manifest['src/site/collection/answer-script.ts']?.file}`,
    guideScript: `/${manifest['src/site/paths/path-script.ts']?.file}`,
    listScript: `/${manifest['src/site/paths/own-list-script.ts']?.file}`,
    siteFont: names
      .filter((name) => /source-sans-3-latin-wght-normal.*\.woff2$/.test(name))
      .map((name) => `/assets/${name}`)[0],
    staffScript: `/${staff?.file}`,
    staffStyles: stylesOf(manifest, 'src/staff/main.tsx', new Set()),
  };
}

function stylesOf(manifest: Manifest, name: string, seen: Set<string>): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const chunk = manifest[name];
  const inherited = (chunk?.imports ?? []).flatMap((part) => stylesOf(manifest, part, seen));
  return [...inherited, ...(chunk?.css ?? []).map((file) => `/${file}`)];
}

function fileOf(name: string, body: Buffer): File {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  const plain = new Uint8Array(body);
  if (!/javascript|css|svg/.test(type)) return { type, plain };
  // Compressed when somebody first asks: doing all of it beforehand would double the time of a start.
  return {
    type,
    plain,
    br: once(
      () =>
        new Uint8Array(
          brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        ),
    ),
    gzip: once(() => new Uint8Array(gzipSync(body))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Serves them for ever: their names change with their content. */
export function mountAssets(app: Hono<AppEnvironment>, assets: Assets): void {
  app.get('/assets/:name', (http) => {
    const file = assets.files.get(http.req.param('name'));
    if (!file) return http.notFound();
    const accepted = http.req.header('accept-encoding') ?? '';
    const encoding =
      file.br && /\bbr\b/.test(accepted)
        ? 'br'
        : file.gzip && /\bgzip\b/.test(accepted)
          ? 'gzip'
          : undefined;
    const body = (encoding && file[encoding]?.()) || file.plain;
    return http.body(body, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    });
  });
}
