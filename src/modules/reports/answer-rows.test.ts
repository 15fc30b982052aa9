import { expect } from 'vitest';
import { moveNode } from '#modules/organisation';
import { AppError } from '#platform/errors.ts';
import { buildNode } from '#tests/support/builders.ts';
import { withDatabase } from '#tests/support/database.ts';
import { openAnswerRows } from './answer-rows.ts';
import { rebuild } from './roll-up.ts';
import { buildTree, DAY, exportRows, OCTOBER, type Row, tally } from './rows-for-tests.ts';
import { buildSurvey, insertAnswers, times } from './sample-for-tests.ts';

const test = withDatabase();

test('every answer of a closed month is one row, with what was answered and nothing else', async ({
  ctx,
}) => {
  const { survey, one, other } = await buildTree(ctx);
  const [unit] = one.units;
  const alike = { survey, day: DAY, channel: 'sms' };
  await insertAnswers(ctx, [
    ...times(6, { ...alike, node: unit!.id, recommendation: 10, scores: [5, 4] }),
    ...times(5, { ...alike, node: one.units[1]!.id, recommendation: 3, scores: [1, 2] }),
    ...times(7, { ...alike, node: other.units[0]!.id, recommendation: 7, scores: [3, 3] }),
    ...times(5, { ...alike, node: other.units[1]!.id, recommendation: 8, scores: [2, 2] }),
    // Cannot say, and not answered, are two things; today's are of a month that goes on.
    { ...alike, node: unit!.id, recommendation: null, scores: [0, null], text: 'Kiitos' },
    { survey, node: unit!.id, day: '2026-11-02' },
  ]);
  await rebuild(ctx);
  const rows = await exportRows(ctx);
  expect(rows).toHaveLength(24);
  expect(Object.keys(rows[0]!)).toEqual([
    'month',
    'level',
    'code',
    'name',
    'set',
    'version',
    'channel',
    'respondent',
    'language',
    'recommendation',
    's1',
    's2',
  ]);
  const first = {
    month: '2026-10',
    level: 'unit',
    code: unit!.code,
    name: unit!.name.fi!,
    set: 'test',
    version: '1',
    channel: 'sms',
    respondent: 'customer',
    language: 'fi',
  };
  const own = rows.filter(({ code }) => code === unit!.code);
  expect(own).toHaveLength(7);
  expect(own).toContainEqual({ ...first, recommendation: '10', s1: '5', s2: '4' });
  expect(own).toContainEqual({ ...first, recommendation: '', s1: '0', s2: '' });
});

test('a unit that a report hides is told under the node above, with the one that covers it', async ({
  ctx,
}) => {
  const { survey, one, other } = await buildTree(ctx);
  const sizes = [3, 8, 20, 30];
  const units = [...one.units, ...other.units];
  await insertAnswers(
    ctx,
    units.flatMap(({ id }, index) => times(sizes[index]!, { node: id, survey, day: DAY })),
  );
  await rebuild(ctx);
  const expected = {
    [one.service.name.fi!]: 11,
    [units[2]!.name.fi!]: 20,
    [units[3]!.name.fi!]: 30,
  };
  const rows = await exportRows(ctx);
  expect(tally(rows)).toEqual(expected);
  expect(rows.find(({ level }) => level === 'service')!['channel']).toBe('');
  expect(tally(await exportRows(ctx, one.service.id))).toEqual({ [one.service.name.fi!]: 11 });
  // Nothing above them lies within what is asked for.
  expect(await exportRows(ctx, units[0]!.id)).toEqual([]);
  expect(await exportRows(ctx, units[1]!.id)).toEqual([]);
});

test('one question that too few answered is enough to tell a unit under the node above', async ({
  ctx,
}) => {
  const { survey, one, other } = await buildTree(ctx);
  const units = [...one.units, ...other.units];
  await insertAnswers(ctx, [
    ...units.flatMap(({ id }) => times(10, { node: id, survey, day: DAY })),
    ...times(4, { node: units[0]!.id, survey, day: DAY, recommendation: null, scores: [5, 0] }),
  ]);
  await rebuild(ctx);
  expect(Object.keys(tally(await exportRows(ctx)))).toHaveLength(4);
  await insertAnswers(
    ctx,
    times(20, { node: units[0]!.id, survey, day: '2026-09-01', scores: [5, 0] }),
  );
  await insertAnswers(ctx, times(3, { node: units[0]!.id, survey, day: '2026-09-01' }));
  await insertAnswers(ctx, times(9, { node: units[1]!.id, survey, day: '2026-09-01' }));
  await rebuild(ctx);
  const september = { ...OCTOBER, from: '2026-09', to: '2026-09' };
  expect(tally(await exportRows(ctx, ctx.root, september))).toEqual({
    [one.service.name.fi!]: 32,
  });
});

test('what few answers share beside their place is left empty', async ({ ctx }) => {
  const { survey, one, other } = await buildTree(ctx);
  const [unit, mixed] = one.units;
  const given = { survey, day: DAY };
  await insertAnswers(ctx, [
    ...times(8, { ...given, node: unit!.id, channel: 'qr' }),
    ...times(6, { ...given, node: unit!.id, channel: 'sms' }),
    ...times(7, { ...given, node: mixed!.id, channel: 'qr' }),
    ...times(9, { ...given, node: mixed!.id, channel: 'sms' }),
    ...times(2, { ...given, node: mixed!.id, channel: 'sms', respondent: 'close-one' }),
    ...times(30, { ...given, node: other.units[0]!.id, channel: 'qr' }),
    ...times(3, { ...given, node: other.units[0]!.id, channel: 'sms' }),
    ...times(40, { ...given, node: other.units[1]!.id, channel: 'qr' }),
    ...times(10, { ...given, node: other.units[1]!.id, channel: 'sms' }),
  ]);
  await rebuild(ctx);
  const rows = await exportRows(ctx);
  const said = (code: string, column: string): string[] =>
    [...new Set(rows.filter((row) => row['code'] === code).map((row) => row[column]!))].toSorted();
  expect(said(unit!.code, 'channel')).toEqual(['qr', 'sms']);
  expect(said(mixed!.code, 'channel')).toEqual(['qr', 'sms']);
  expect(said(mixed!.code, 'respondent')).toEqual(['']);
  expect(said(unit!.code, 'respondent')).toEqual(['customer']);
  expect(said(other.units[0]!.code, 'channel')).toEqual(['']);
  expect(said(other.units[0]!.code, 'respondent')).toEqual(['customer']);
});

test('the order of rows follows from what they say, whoever came first', async ({ ctx }) => {
  const { survey, one } = await buildTree(ctx);
  const answers = [9, 3, 10, 0, 7, 9].map((recommendation) => ({
    node: one.units[0]!.id,
    survey,
    day: DAY,
    recommendation,
  }));
  const fill = async (given: typeof answers): Promise<Row[]> => {
    await ctx.db.deleteFrom('answer').where('county_id', '=', ctx.county).execute();
    await insertAnswers(ctx, given);
    await rebuild(ctx);
    return exportRows(ctx);
  };
  const rows = await fill(answers);
  expect(rows).toHaveLength(6);
  expect(await fill(answers.toReversed())).toEqual(rows);
});

test('each version of a set has its own rows, and a column for every statement of any', async ({
  ctx,
}) => {
  const { survey, one } = await buildTree(ctx);
  const next = await buildSurvey(ctx, { version: 2, statements: 3 });
  const node = one.units[0]!.id;
  await insertAnswers(ctx, [
    ...times(5, { node, survey, day: DAY }),
    ...times(5, { node, survey: next, day: DAY, scores: [1, 2, 3] }),
    ...times(4, { node, survey: await buildSurvey(ctx, { code: 'other' }), day: DAY }),
  ]);
  await rebuild(ctx);
  const rows = await exportRows(ctx);
  expect(rows.map(({ version, s1, s3 }) => [version, s1, s3])).toEqual([
    ...times(5, {} as never).map(() => ['1', '5', '']),
    ...times(5, {} as never).map(() => ['2', '1', '3']),
  ]);
  expect(await exportRows(ctx, ctx.root, { ...OCTOBER, set: 'other' })).toEqual([]);
});

test('a unit that has moved keeps its rows when it is shown, and nobody is told from what it left', async ({
  ctx,
}) => {
  const { survey, one, other } = await buildTree(ctx);
  const units = [...one.units, ...other.units];
  const sizes = [3, 8, 20, 30];
  const fill = units.flatMap(({ id }, index) =>
    times(sizes[index]!, { node: id, survey, day: DAY }),
  );
  await insertAnswers(ctx, fill);
  await rebuild(ctx);
  await moveNode(ctx, units[2]!.id, one.service.id);
  await rebuild(ctx);
  expect(tally(await exportRows(ctx))).toEqual({
    [units[2]!.name.fi!]: 20,
    [units[3]!.name.fi!]: 30,
  });
});

test('only closed months of the line, in their order, may be asked for', async ({ ctx }) => {
  const ask = (from: string, to: string) =>
    openAnswerRows(ctx, ctx.root, { ...OCTOBER, from, to }).catch((error: unknown) => error);
  for (const [from, to] of [
    ['2026-11', '2026-11'],
    ['2025-10', '2026-01'],
    ['2026-10', '2026-09'],
  ] as const)
    expect(await ask(from, to)).toBeInstanceOf(AppError);
  expect(await ask('2025-11', '2026-10')).toMatchObject({ rows: 0 });
});

test('no name, code or text is run as a formula', async ({ ctx }) => {
  const survey = await buildSurvey(ctx);
  const unit = await buildNode(ctx, { name: '=1+1;"x"\r\n@2' });
  await insertAnswers(ctx, times(5, { node: unit.id, survey, day: DAY }));
  await rebuild(ctx);
  for (const language of ['fi', 'en'] as const) {
    const rows = await exportRows(ctx, ctx.root, { ...OCTOBER, language });
    expect(rows).toHaveLength(5);
    expect(rows[0]!['name']).toBe(`'=1+1;"x"\r\n@2${language === 'en' ? ' en' : ''}`);
  }
});
