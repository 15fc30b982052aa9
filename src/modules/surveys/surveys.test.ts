import { expect } from 'vitest';
import { buildSurvey } from '#tests/support/build-survey.ts';
import { withDatabase } from '#tests/support/database.ts';
import { correctStatement, correctSurveyText } from './correct-wording.ts';
import { getDefaultSurvey, getSurveyInUse, getSurveyVersion, listSurveys } from './read-surveys.ts';
import { listRedirections, setRedirections } from './redirections.ts';

const test = withDatabase();

test('a version gives its statements in order, in every language, and says which wording is official', async ({
  ctx,
}) => {
  const version = await buildSurvey(ctx);
  expect(version.statements.map(({ code }) => code)).toEqual(['got-help', 'felt-safe']);
  expect(version.statements[0]!.text).toEqual({
    fi: 'Sain apua.',
    sv: 'Jag fick hjälp.',
    en: 'I got help.',
  });
  expect(version.statements[1]!.official).toEqual({ fi: true, sv: false });
  expect(version).toMatchObject({
    number: 1,
    status: 'in-use',
    texts: { name: { sv: 'Testenkät' } },
    official: { recommendation: { fi: false } },
  });
});
test('a new version takes the place of the one in use, which stays readable', async ({ ctx }) => {
  const first = await buildSurvey(ctx);
  const second = await buildSurvey(ctx, { set: 2 });
  expect(second).toMatchObject({ survey: first.survey, number: 2 });
  expect(await getSurveyInUse(ctx, first.survey)).toEqual(second);
  expect((await getSurveyVersion(ctx, first.id)).status).toBe('retired');
  expect((await listSurveys(ctx))[0]!.versions.map(({ status }) => status)).toEqual([
    'retired',
    'in-use',
  ]);
});
test('a wording is corrected in one language and marked official, and the others stay', async ({
  ctx,
}) => {
  const { id, set, statements, texts } = await buildSurvey(ctx);
  const seen = (text: string | undefined) => (text === undefined ? null : { text });
  await correctStatement(
    ctx,
    { set: set.id, statement: 'got-help', language: 'sv' },
    {
      text: 'Jag fick den hjälp jag behövde.',
      official: true,
      before: seen(statements[0]!.text.sv),
    },
  );
  await correctSurveyText(
    ctx,
    { version: id, field: 'thanks', language: 'en' },
    { text: 'Thanks!', official: false, before: seen(texts.thanks.en) },
  );
  const version = await getSurveyVersion(ctx, id);
  expect(version.statements[0]).toMatchObject({
    text: { fi: 'Sain apua.', sv: 'Jag fick den hjälp jag behövde.' },
    official: { fi: false, sv: true },
  });
  expect(version.texts.thanks).toMatchObject({ fi: 'Kiitos.', en: 'Thanks!' });
  expect(ctx.events.map(({ name }) => name)).toEqual(['wordingCorrected', 'wordingCorrected']);
});
test('a statement that there is none cannot be corrected', async ({ ctx }) => {
  const { set } = await buildSurvey(ctx);
  await expect(
    correctStatement(
      ctx,
      { set: set.id, statement: 'no', language: 'fi' },
      { text: 'x', official: false, before: null },
    ),
  ).rejects.toMatchObject({ kind: 'not-found' });
});
test('redirections keep the given order and are replaced as a whole', async ({ ctx }) => {
  const text = { fi: 'Soita 112.', sv: 'Ring 112.', en: 'Call 112.' };
  const one = {
    code: 'emergency',
    url: 'tel:112',
    title: { fi: 'hätä', sv: 'nöd', en: 'emergency' },
    text,
  };
  await setRedirections(ctx, [one, { ...one, code: 'a-second', url: null }]);
  expect((await listRedirections(ctx)).map(({ code, url }) => [code, url])).toEqual([
    ['emergency', 'tel:112'],
    ['a-second', null],
  ]);
  await setRedirections(ctx, [one]);
  expect(await listRedirections(ctx)).toEqual([one]);
});
test('a county sees no survey of another one', async ({ ctx, other }) => {
  const mine = await buildSurvey(ctx);
  await expect(getSurveyVersion(other, mine.id)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(getDefaultSurvey(other)).rejects.toMatchObject({ kind: 'not-found' });
});
