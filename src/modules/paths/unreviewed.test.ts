import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Rig, startRig } from './rig-for-tests.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

describe('a path that was published before there were reviews', () => {
  test('stays public, says what to do, and counts as reviewed once it has been', async () => {
    const path = await rig.path();
    await rig.app.run((ctx) =>
      sql`update path_version set status = 'published', published_at = now(), review_due = current_date + 100
        where county_id = ${ctx.county} and path_id = ${path}`.execute(ctx.db),
    );
    const { reviewer, editor } = rig.people;
    const listed = async () => {
      const { body } = await rig.send<{ paths: { id: string; unreviewed: boolean }[] }>(
        editor,
        'GET',
        '/api/paths',
      );
      return body.paths.find(({ id }) => id === path)!.unreviewed;
    };
    expect(await listed()).toBe(true);
    const before = await rig.reviews(path);
    expect(before).toMatchObject({ unreviewed: true, status: 'published', notices: [] });
    // What stands is approved as it is, without a draft.
    const verdict = { number: before.number, revision: before.revision, verdict: 'approval' };
    const at = `/api/paths/${path}/reviews/verdicts`;
    expect((await rig.send(reviewer, 'POST', at, verdict)).status).toBeLessThan(300);
    expect(await listed()).toBe(false);
    expect((await rig.reviews(path)).unreviewed).toBe(false);
  });

  test('is edited, reviewed and published again as any other', async () => {
    const path = await rig.path();
    await rig.app.run((ctx) =>
      sql`update path_version set status = 'published', published_at = now(), review_due = current_date + 100
        where county_id = ${ctx.county} and path_id = ${path}`.execute(ctx.db),
    );
    await rig.edit(rig.people.editor, path);
    expect(await rig.reviews(path)).toMatchObject({ unreviewed: true, status: 'draft' });
    expect((await rig.approve(rig.people.reviewer, path)).status).toBeLessThan(300);
    expect((await rig.publish(rig.people.publisher, path)).status).toBeLessThan(300);
    expect((await rig.reviews(path)).unreviewed).toBe(false);
  });
});
