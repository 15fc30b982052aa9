import { expect, test } from 'vitest';
import { openDatabase } from '#main/database.ts';
import { createCounty } from '#modules/organisation';
import { newId } from '#platform/ids.ts';
import { createEdge, type Edge } from '#platform/transaction.ts';
import { cloneDatabase } from '#tests/support/database.ts';
import { createPath } from './create-path.ts';
import type { TextForm } from './contract.ts';
import { findVersions } from './version-store.ts';
import { writeText } from './write-text.ts';

const SYSTEM = { kind: 'system', name: 'test' } as const;
const WRITERS = 8;

/** Committed changes in several transactions at once, in a database of the test's own. */
async function withEdge(work: (edge: Edge<any>) => Promise<void>): Promise<void> {
  const clone = await cloneDatabase();
  const { pool } = openDatabase(clone.url, WRITERS);
  const jobs = { plan: async () => undefined, wake: () => undefined };
  try {
    await work(createEdge({ pool, county: newId(), clock: () => new Date(), jobs, reactions: [] }));
  } finally {
    await pool.end();
    await clone.drop();
  }
}

test(`of ${WRITERS} who write the same text at once one is stored and the others get it back`, () =>
  withEdge(async (edge) => {
    const write = <T>(work: Parameters<typeof edge.write<T>>[2]) =>
      edge.write(SYSTEM, 'test', work);
    const root = await write((ctx) =>
      createCounty(ctx, { code: 'kunta', name: { fi: 'Kunta' }, example: false }),
    );
    const path = await write((ctx) => createPath(ctx, { node: root, title: { fi: 'Polku' } }));
    const form: TextForm = {
      anchor: 'polku',
      field: 'topic',
      language: 'fi',
      text: '',
      expectedRevision: null,
    };
    const writers = Array.from({ length: WRITERS }, (_, index) =>
      write((ctx) => writeText(ctx, { ...form, path, text: `Aihe ${index}` })),
    );
    const outcomes = await Promise.all(writers);
    const written = outcomes.findIndex(({ kind }) => kind === 'written');
    const clashes = outcomes.filter((outcome) => outcome.kind === 'clash');
    expect(clashes).toHaveLength(WRITERS - 1);
    expect(new Set(clashes.map(({ current }) => current.text))).toEqual(
      new Set([`Aihe ${written}`]),
    );
    expect(await write((ctx) => findVersions(ctx, path))).toMatchObject({ draft: { number: 1 } });
  }));
