import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const wanted = read('package.json') as Record<string, Record<string, string | boolean>>;
const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

test('every package comes from the registry and is held to its content by a hash', () => {
  expect(locked.length).toBeGreaterThan(100);
  const elsewhere = locked.filter(
    ([, { integrity, resolved, link }]) =>
      link ||
      !/^sha512-/.test(integrity ?? '') ||
      (resolved && !/^https:\/\/registry\.npmjs\.org\//.test(resolved)),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

test('we ask for exact versions', () => {
  const kinds = ['dependencies', 'optionalDependencies', 'devDependencies'];
  const loose = kinds
    .flatMap((kind) => Object.entries(wanted[kind] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)));
  expect(loose).toEqual([]);
});

test('only those that must run something at their installation may', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path]) => nameOf(path)).toSorted()).toEqual(
    Object.keys(wanted['allowScripts'] ?? {}).toSorted(),
  );
});
