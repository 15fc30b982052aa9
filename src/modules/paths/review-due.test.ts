import { expect, test } from 'vitest';
import type { RoleOnNode } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { type TestContext, withDatabase } from '#tests/support/database.ts';
import { buildFitPath, publishReviewed } from '#tests/support/path-builders.ts';
import { getPublishedView } from './find-paths.ts';
import { listTasks } from './list-tasks.ts';
import { dueAfter, dueState, setReviewInterval } from './review-due.ts';

const withCounty = withDatabase();

/** What the path’s people are told on a day. */
async function told(ctx: TestContext, day: string, role: RoleOnNode['role']): Promise<string[]> {
  const actor = { kind: 'account' as const, id: newId(), roles: [{ role, node: ctx.root }] };
  const tasks = await listTasks(ctx.as({ actor, now: new Date(`${day}T12:00:00Z`) }));
  return tasks.map(({ kind, day }) => `${kind} ${day}`);
}

withCounty(
  'rule 5: first its people are told, then its readers, then the leadership; it never goes',
  async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await publishReviewed(ctx, path);
    const due = '2027-05-18';
    expect(await told(ctx, '2027-05-03', 'editor')).toEqual([]);
    expect(await told(ctx, '2027-05-04', 'editor')).toEqual([`due-soon ${due}`]);
    expect(await told(ctx, due, 'editor')).toEqual([`due-soon ${due}`]);
    expect(await told(ctx, '2027-05-19', 'publisher')).toEqual([`overdue ${due}`]);
    expect(await told(ctx, '2027-06-17', 'management')).toEqual([]);
    expect(await told(ctx, '2027-06-18', 'management')).toEqual([`long-overdue ${due}`]);
    expect(await told(ctx, '2027-06-18', 'editor')).toEqual([`long-overdue ${due}`]);
    const inYears = ctx.as({ now: new Date('2032-01-01T12:00:00Z') });
    expect((await getPublishedView(inYears, path, 'fi')).reviewDue).toBe(due);
  },
);

withCounty(
  'rule 5: the interval is the path’s own, and counts from the day of publication',
  async ({ ctx }) => {
    const { path } = await buildFitPath(ctx);
    await setReviewInterval(ctx, path, 12);
    await publishReviewed(ctx, path);
    expect((await getPublishedView(ctx, path, 'fi')).reviewDue).toBe('2027-11-18');
    await setReviewInterval(ctx, path, 1);
    expect((await getPublishedView(ctx, path, 'fi')).reviewDue).toBe('2026-12-18');
  },
);

withCounty('nobody is told of a path that their role does not reach', async ({ ctx, other }) => {
  const { path } = await buildFitPath(ctx);
  await publishReviewed(ctx, path);
  expect(await told(other, '2027-06-18', 'editor')).toEqual([]);
  expect(await told(ctx, '2027-06-18', 'collector')).toEqual([]);
});

test('the last day of a short month is due, not the day after', () => {
  expect(dueAfter(new Date('2026-08-31T12:00:00Z'), 6)).toBe('2027-02-28');
  expect(dueState('2027-02-28', '2027-02-28')).toBe('due-soon');
  expect(dueState('2027-02-28', '2027-03-01')).toBe('overdue');
  expect(dueState('2027-02-28', '2027-03-30')).toBe('overdue');
  expect(dueState('2027-02-28', '2027-03-31')).toBe('long-overdue');
  expect(dueState('2027-02-28', '2027-01-01')).toBeUndefined();
});
