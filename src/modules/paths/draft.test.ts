import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { createChannel } from '#modules/channels';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { buildFitPath, buildTitle, publishReviewed } from '#tests/support/path-builders.ts';
import { createPath } from './create-path.ts';
import { discardDraft, ensureDraft } from './edit-draft.ts';
import { addElement, moveElement, removeElement, setProperties } from './edit-elements.ts';
import { selectContent } from './element-store.ts';
import { getDraft } from './get-draft.ts';
import { findVersions } from './version-store.ts';
import { writeText } from './write-text.ts';

const test = withDatabase();

const registered = async (ctx: TestContext, path: string): Promise<Record<string, boolean>> => {
  const rows = await ctx.db
    .selectFrom('path_anchor')
    .select(['anchor', 'removed_at'])
    .where('path_id', '=', path)
    .execute();
  return Object.fromEntries(rows.map(({ anchor, removed_at }) => [anchor, removed_at !== null]));
};

const phases = async (ctx: TestContext, path: string): Promise<string[]> =>
  (await getDraft(ctx, path)).elements
    .filter(({ properties }) => properties.kind === 'phase')
    .map(({ anchor }) => anchor);

/** The database's own refusal, without ending the test's transaction. */
async function refusalOf(ctx: TestContext, work: () => Promise<unknown>): Promise<string> {
  await sql`savepoint attempt`.execute(ctx.db);
  const refusal = await work().then(
    () => 'none',
    (error: Error) => error.message,
  );
  await sql`rollback to savepoint attempt`.execute(ctx.db);
  return refusal;
}

describe('a published version', () => {
  test.for([
    'update path_text set text = text',
    'update path_element set position = 9',
    'delete from path_text',
    'delete from path_element',
  ])('is immutable: %s raises', async (statement, { ctx }) => {
    const { path } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    const { published } = await findVersions(ctx, path);
    const attempt = sql`${sql.raw(statement)} where version_id = ${published!.id}`;
    expect(await refusalOf(ctx, () => attempt.execute(ctx.db))).toMatch(
      /a published version of a path is never changed/,
    );
  });

  test('gets no new rows', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    const { published } = await findVersions(ctx, path);
    const row = {
      county_id: ctx.county,
      version_id: published!.id,
      anchor: 'polku',
      field: 'note',
      variant: 'fi',
      text: 'x',
      revision: 1,
    };
    expect(
      await refusalOf(ctx, () => ctx.db.insertInto('path_text').values(row).execute()),
    ).toMatch(/never changed/);
  });

  test('is copied whole into the next draft', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    await setProperties(ctx, path, step, { logic: 'or', needed: 'optional' });
    await publishReviewed(ctx, path);
    const { published } = await findVersions(ctx, path);
    const draft = await ensureDraft(ctx, path);
    expect(draft.id).not.toBe(published!.id);
    expect(draft.number).toBe(published!.number + 1);
    expect(await selectContent(ctx, draft.id)).toEqual(await selectContent(ctx, published!.id));
  });

  test('stays what the public sees while the draft is edited, until the draft is discarded or published', async ({
    ctx,
  }) => {
    const { path, phase } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    const added = await addElement(ctx, path, {
      parent: 'polku',
      kind: 'phase',
      title: 'Saan tuloksen',
    });
    await removeElement(ctx, path, phase);
    expect(await phases(ctx, path)).toEqual([added]);
    expect(await registered(ctx, path)).toMatchObject({ [phase]: false, [added]: false });
    await discardDraft(ctx, path);
    expect(await phases(ctx, path)).toEqual([phase]);
    expect(await registered(ctx, path)).toMatchObject({ [phase]: false, [added]: true });
  });
});

describe('anchors', () => {
  test('are made from the first title and outlive every change of it', async ({ ctx }) => {
    const path = await createPath(ctx, { node: ctx.root, title: { fi: 'Polku' } });
    const anchor = await addElement(ctx, path, {
      parent: 'polku',
      kind: 'phase',
      title: 'Mietin, tarvitsenko testiä',
    });
    expect(anchor).toBe('mietin-tarvitsenko-testia');
    const { elements } = await getDraft(ctx, path);
    const { revision } = elements.find((element) => element.anchor === anchor)!.texts['title']!.fi!;
    await writeText(ctx, {
      path,
      anchor,
      field: 'title',
      language: 'fi',
      text: 'Muuta',
      expectedRevision: revision,
    });
    expect(await phases(ctx, path)).toEqual([anchor]);
  });

  test('leave a tombstone when they are removed, and come back only to the same kind of thing', async ({
    ctx,
  }) => {
    const { path, phase, step } = await buildFitPath(ctx);
    await removeElement(ctx, path, phase);
    expect(await registered(ctx, path)).toMatchObject({
      [phase]: true,
      [step]: true,
      polku: false,
    });
    const again = await addElement(ctx, path, {
      parent: 'polku',
      kind: 'phase',
      title: 'Tulen vastaanotolle',
    });
    expect(again).toBe(phase);
    // 'Varaa aika' was a step: the phase of that name gets an anchor of its own.
    expect(
      await addElement(ctx, path, { parent: 'polku', kind: 'phase', title: 'Varaa aika' }),
    ).toBe(`${step}-2`);
    expect(await registered(ctx, path)).toMatchObject({ [phase]: false, [step]: true });
  });

  test('become tombstones at publication when the published version had them', async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    const added = await addElement(ctx, path, { parent: 'polku', kind: 'phase', title: 'Odotan' });
    await buildTitle(ctx, path, added, 'Odotan');
    await removeElement(ctx, path, 'tulen-vastaanotolle');
    expect(await registered(ctx, path)).toMatchObject({ 'tulen-vastaanotolle': false });
    expect(await publishReviewed(ctx, path)).toEqual({ kind: 'published', number: 2 });
    expect(await registered(ctx, path)).toMatchObject({
      'tulen-vastaanotolle': true,
      odotan: false,
    });
  });
});

describe('elements', () => {
  test('are moved among their own kind', async ({ ctx }) => {
    const path = await createPath(ctx, { node: ctx.root, title: { fi: 'Polku' } });
    for (const title of ['A', 'B', 'C'])
      await addElement(ctx, path, { parent: 'polku', kind: 'phase', title });
    await addElement(ctx, path, { parent: 'polku', kind: 'urgency-notice', title: 'Kiire' });
    await moveElement(ctx, path, 'c', 0);
    expect(await phases(ctx, path)).toEqual(['c', 'a', 'b']);
    await moveElement(ctx, path, 'c', 99);
    expect(await phases(ctx, path)).toEqual(['a', 'b', 'c']);
    await removeElement(ctx, path, 'b');
    await addElement(ctx, path, { parent: 'polku', kind: 'phase', title: 'D' });
    expect(await phases(ctx, path)).toEqual(['a', 'c', 'd']);
  });

  test('hang only where they belong, and have only their own properties', async ({ ctx }) => {
    const { path, phase, step } = await buildFitPath(ctx);
    await expect(
      addElement(ctx, path, { parent: step, kind: 'phase', title: 'X' }),
    ).rejects.toMatchObject({ faults: [{ pointer: '/kind', code: 'not-below-that' }] });
    await expect(setProperties(ctx, path, phase, { logic: 'or' })).rejects.toMatchObject({
      faults: [{ pointer: '/logic', code: 'unknown-field' }],
    });
    await expect(setProperties(ctx, path, phase, { timing: 'never' })).rejects.toMatchObject({
      faults: [{ pointer: '/timing', code: 'not-an-option' }],
    });
    await expect(removeElement(ctx, path, 'polku')).rejects.toMatchObject({ kind: 'invalid' });
    await expect(removeElement(ctx, path, 'nowhere')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a link’s address must be one that a browser may be sent to', async ({ ctx }) => {
    const { path, step } = await buildFitPath(ctx);
    const link = await addElement(ctx, path, { parent: step, kind: 'link', title: 'Lue lisää' });
    await expect(
      setProperties(ctx, path, link, { url: { fi: 'javascript:alert(1)' } }),
    ).rejects.toMatchObject({ faults: [{ pointer: '/url/fi', code: 'not-a-web-address' }] });
    await setProperties(ctx, path, link, {
      url: { fi: 'https://www.terveyskirjasto.fi' },
      linkKind: 'self-care',
    });
    const { elements } = await getDraft(ctx, path);
    expect(elements.find(({ anchor }) => anchor === link)?.properties).toMatchObject({
      kind: 'link',
      url: { fi: 'https://www.terveyskirjasto.fi' },
      linkKind: 'self-care',
    });
  });

  test('a channel use refers to the register', async ({ ctx, other }) => {
    const { path, step } = await buildFitPath(ctx);
    const form = {
      kind: 'phone' as const,
      phone: '116117',
      texts: { name: { fi: 'Päivystysapu' } },
    };
    const { id } = await createChannel(ctx, form);
    const foreign = await createChannel(other, form);
    expect(await addElement(ctx, path, { parent: step, kind: 'channel-use', channel: id })).toBe(
      'varaa-aika-paivystysapu',
    );
    await expect(
      addElement(ctx, path, { parent: step, kind: 'channel-use', channel: foreign.id }),
    ).rejects.toMatchObject({ faults: [{ pointer: '/channel', code: 'not-an-option' }] });
  });
});
