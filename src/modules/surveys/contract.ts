import { z } from 'zod';
import { filledText, text } from '#platform/http/parse.ts';

/** The themes of the national statements. A county's own may have others. */
export const THEMES = ['access', 'encounter', 'safety', 'information', 'benefit'] as const;

/** What a version says in words, apart from its statements. */
export const SURVEY_FIELDS = ['name', 'recommendation', 'comment', 'thanks'] as const;

/** A field of a version's texts. */
export type SurveyField = (typeof SURVEY_FIELDS)[number];

/** The life of a version: it is tried before it is in use, and one in use is never edited. */
export const VERSION_STATUSES = ['draft', 'tested', 'in-use', 'retired'] as const;

const Language = z.enum(['fi', 'sv', 'en']);
const inLanguages = <T extends z.ZodType>(value: T) =>
  z.object({ fi: value.exactOptional(), sv: value.exactOptional(), en: value.exactOptional() });
const Text = inLanguages(z.string());
const Official = inLanguages(z.boolean());

/** Who has made a set: the whole country's own has an official wording, a county's own is the county's words. */
export const SET_ORIGINS = ['national', 'own'] as const;

/** A version of a statement set, and whom it is for; the first of these is who answers unless the form says otherwise. */
export const SetOfSurvey = z.object({
  id: z.uuid(),
  code: z.string(),
  version: z.number().int(),
  origin: z.enum(SET_ORIGINS),
  respondents: z.array(z.string()),
});

/** One agreed sentence. `official` tells per language whether the wording is the instrument's own. */
export const Statement = z.object({
  code: z.string(),
  theme: z.string(),
  text: Text,
  official: Official,
});
export type Statement = z.infer<typeof Statement>;

/** A version of a survey with everything that its form shows. */
export const SurveyVersion = z.object({
  id: z.uuid(),
  survey: z.uuid(),
  number: z.number().int(),
  status: z.enum(VERSION_STATUSES),
  set: SetOfSurvey,
  statements: z.array(Statement),
  asksRecommendation: z.boolean(),
  asksComment: z.boolean(),
  texts: z.object({ name: Text, recommendation: Text, comment: Text, thanks: Text }),
  official: z.object({ recommendation: Official }),
});
export type SurveyVersion = z.infer<typeof SurveyVersion>;

/** A survey, the version that forms show now, and all its versions. */
export const Survey = z.object({
  id: z.uuid(),
  code: z.string(),
  inUse: SurveyVersion.nullable(),
  versions: z.array(
    z.object({ id: z.uuid(), number: z.number().int(), status: z.enum(VERSION_STATUSES) }),
  ),
});
export type Survey = z.infer<typeof Survey>;

/** The county's surveys. */
export const SurveyList = z.object({ surveys: z.array(Survey) });

/** Where another matter belongs than on a feedback form. */
export const Redirection = z.object({
  code: z.string(),
  url: z.string().nullable(),
  title: Text,
  text: Text,
});
export type Redirection = z.infer<typeof Redirection>;

/** A corrected wording: the same meaning, better or official words. */
export const Wording = z.strictObject({
  text: filledText(500),
  official: z.boolean(),
  /** What the writer had before them, of what they were shown; null: there was none. */
  before: z.strictObject({ text: text(500), official: z.boolean().optional() }).nullable(),
});
export type Wording = z.infer<typeof Wording>;

/** Which statement, in which language. */
export const StatementAddress = z.object({
  set: z.uuid(),
  statement: z.string().max(60),
  language: Language,
});

/** Which text of a version, in which language. */
export const SurveyTextAddress = z.object({
  version: z.uuid(),
  field: z.enum(SURVEY_FIELDS),
  language: Language,
});
