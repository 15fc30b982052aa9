import { expect } from 'vitest';
import { withDatabase } from '#tests/support/database.ts';
import { buildFitPath, buildTexts, reviewDraft } from '#tests/support/path-builders.ts';
import { listChanges, listPublicNotes } from './list-changes.ts';
import { publishDraft } from './publish-draft.ts';

const test = withDatabase();

test('only what was written for the public is told, in its language, the latest first; never what waits', async ({
  ctx,
}) => {
  const { path, step } = await buildFitPath(ctx);
  await reviewDraft(ctx, path);
  await publishDraft(ctx, path, {
    changeNote: { fi: 'Ensimmäinen julkaisu.', sv: 'Första gången.' },
    internalNote: 'Vain henkilöstölle',
  });
  await buildTexts(ctx, path, step, 'cost', 'Maksuton');
  await reviewDraft(ctx, path);
  await publishDraft(ctx, path, {
    changeNote: { fi: 'Kerromme hinnan.' },
    internalNote: 'Hintaa kysyttiin usein',
  });
  await buildTexts(ctx, path, step, 'wait', 'Viikko');
  // A draft that waits for its time has its notes already.
  await ctx.db
    .updateTable('path_version')
    .set({ change_note: JSON.stringify({ fi: 'Ei vielä.' }) })
    .where('path_id', '=', path)
    .where('status', '=', 'draft')
    .execute();
  const textsOf = async (language: 'fi' | 'sv' | 'en') =>
    (await listPublicNotes(ctx, path, language)).map(({ text }) => text);
  expect(await textsOf('fi')).toEqual(['Kerromme hinnan.', 'Ensimmäinen julkaisu.']);
  expect(await textsOf('sv')).toEqual(['Första gången.']);
  expect(await textsOf('en')).toEqual([]);
  const notes = async (language: 'fi' | 'sv') =>
    (await listChanges(ctx, language)).map(({ note }) => note);
  expect([await notes('fi'), await notes('sv')]).toEqual([['Kerromme hinnan.'], ['']]);
});
