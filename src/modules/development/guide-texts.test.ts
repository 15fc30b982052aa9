import { expect } from 'vitest';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { chooseTexts } from './guide-texts.ts';
import { buildAnswer } from './rig-for-tests.ts';

const test = withDatabase();
const period = { from: '2026-10-20', to: '2026-11-18' };
const at = (day: string) => new Date(`${day}T09:00:00Z`);

test('the newest of the glad and of the sorry ones come in turn, at most six', async ({ ctx }) => {
  const unit = await buildNode(ctx);
  for (const day of ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14']) {
    await buildAnswer(ctx, unit.id, { text: `Hyvä ${day}`, recommendation: 10, at: at(day) });
  }
  await buildAnswer(ctx, unit.id, { text: 'Huono', recommendation: 2, at: at('2026-11-01') });
  await buildAnswer(ctx, unit.id, {
    text: 'Siltä väliltä',
    recommendation: 8,
    at: at('2026-11-02'),
  });
  const texts = (await chooseTexts(ctx, unit.id, period)).map(({ text }) => text);
  expect(texts).toEqual([
    'Hyvä 2026-11-14',
    'Huono',
    'Siltä väliltä',
    'Hyvä 2026-11-13',
    'Hyvä 2026-11-12',
    'Hyvä 2026-11-11',
  ]);
});
test('open urgent feedback is no matter for a meeting; a handled one is', async ({ ctx }) => {
  const unit = await buildNode(ctx);
  await buildAnswer(ctx, unit.id, { text: 'Kaaduin.', recommendation: 1, concern: 'open' });
  await buildAnswer(ctx, unit.id, { text: 'Väärä lääke.', recommendation: 1, concern: 'handled' });
  expect((await chooseTexts(ctx, unit.id, period)).map(({ text }) => text)).toEqual([
    'Väärä lääke.',
  ]);
});
test('other units’ texts, older ones and answers without a text stay out', async ({
  ctx,
  other,
}) => {
  const unit = await buildNode(ctx);
  await buildAnswer(ctx, (await buildNode(ctx)).id, { text: 'Toisesta yksiköstä' });
  await buildAnswer(ctx, unit.id, { text: 'Vanha', at: at('2026-10-19') });
  await buildAnswer(ctx, unit.id);
  expect(await chooseTexts(ctx, unit.id, period)).toEqual([]);
  await buildAnswer(ctx, unit.id, { text: 'Oma' });
  expect(await chooseTexts(ctx, ctx.root, period)).toHaveLength(2);
  expect(await chooseTexts(other, unit.id, period)).toEqual([]);
});
