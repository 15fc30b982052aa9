import { createStatementSet, createSurvey, type SurveyVersion } from '#modules/surveys';
import type { AnyContext } from '#platform/context.ts';

/** A survey of two statements, the recommendation and a comment, in use; asked for again, its next version. */
export async function buildSurvey(
  ctx: AnyContext,
  {
    code = 'testi',
    set = 1,
    respondents = ['customer'],
  }: { code?: string; set?: number; respondents?: readonly string[] } = {},
): Promise<SurveyVersion> {
  const id = await createStatementSet(ctx, {
    code,
    version: set,
    respondents,
    validFrom: '2026-01-01',
    statements: [
      {
        code: 'got-help',
        theme: 'access',
        text: { fi: 'Sain apua.', sv: 'Jag fick hjälp.', en: 'I got help.' },
      },
      {
        code: 'felt-safe',
        theme: 'safety',
        text: { fi: 'Oloni oli turvallinen.', sv: 'Jag var trygg.' },
        official: { fi: true },
      },
    ],
  });
  return createSurvey(ctx, {
    code,
    set: id,
    texts: {
      name: { fi: 'Testikysely', sv: 'Testenkät', en: 'Test survey' },
      recommendation: {
        fi: 'Suosittelisitko?',
        sv: 'Rekommenderar du?',
        en: 'Would you recommend?',
      },
      comment: { fi: 'Kerro.', sv: 'Berätta.', en: 'Tell us.' },
      thanks: { fi: 'Kiitos.', sv: 'Tack.', en: 'Thank you.' },
    },
  });
}
