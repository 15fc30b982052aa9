import { expect } from 'vitest';
import { publishDraft, setUnits } from '#modules/paths';
import { buildNode } from '#tests/support/builders.ts';
import { buildSurvey } from '#tests/support/build-survey.ts';
import { withDatabase } from '#tests/support/database.ts';
import { buildFitPath } from '#tests/support/path-builders.ts';
import { closeFeedbackPoint, openPathPoints } from './feedback-point.ts';
import { listAskedPhases } from './list-asked.ts';

const test = withDatabase();

test('tells on which phases somebody is asked, of the paths that the reader reaches', async ({
  ctx,
}) => {
  await buildSurvey(ctx);
  const elsewhere = await buildNode(ctx, { kind: 'service' });
  const { path, phase } = await buildFitPath(ctx);
  await publishDraft(ctx, path);
  await openPathPoints(ctx, path);
  const as = (node: string) =>
    ctx.as({ actor: { kind: 'account', id: ctx.county, roles: [{ role: 'management', node }] } });
  expect(await listAskedPhases(as(ctx.root)), 'no unit offers it').toEqual([]);
  await setUnits(ctx, path, [(await buildNode(ctx)).id]);
  const asked = await listAskedPhases(as(ctx.root));
  expect(asked).toEqual([{ path, anchors: expect.arrayContaining([phase]) }]);
  expect(await listAskedPhases(as(elsewhere.id))).toEqual([]);
  const points = await ctx.db.selectFrom('feedback_point').select('id').execute();
  for (const { id } of points) await closeFeedbackPoint(ctx, id);
  expect(await listAskedPhases(as(ctx.root))).toEqual([]);
});
