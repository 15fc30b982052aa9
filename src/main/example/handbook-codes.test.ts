import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { listEntries, takeSeed } from '#modules/handbook';
import { withDatabase } from '#tests/support/database.ts';

const test = withDatabase();

/** In which properties a part of a path names entries, and of which kind. */
const NAMES = {
  standardPhases: 'standard-phase',
  customerPhases: 'customer-phase',
  segments: 'segment',
  cornerstone: 'cornerstone',
  promises: 'promise',
  aims: 'aim',
} as const;

/** The entries that a file names anywhere: `segment s1`. */
function named(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const kind = NAMES[key as keyof typeof NAMES];
    return kind && Array.isArray(inner)
      ? inner.map((code) => `${kind} ${String(code)}`)
      : named(inner);
  });
}

test('every entry that the example’s paths name is in the seed of the handbook', async ({
  ctx,
}) => {
  await takeSeed(ctx);
  const known = new Set(
    (await listEntries(ctx)).map(({ code, properties }) => `${properties.kind} ${code}`),
  );
  const folder = join(import.meta.dirname, 'paths');
  const wanted = readdirSync(folder).flatMap((file) =>
    named(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  );
  expect(new Set(wanted).size).toBeGreaterThan(10);
  expect([...new Set(wanted)].filter((entry) => !known.has(entry))).toEqual([]);
});
