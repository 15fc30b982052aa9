export { wordingCorrected } from './correct-wording.ts';
export { createStatementSet, createSurvey } from './create-survey.ts';
export type { Redirection, SurveyVersion } from './contract.ts';
export {
  findSurveyVersions,
  getDefaultSurvey,
  getSurveyInUse,
  listInUse,
  listSurveys,
  listVersions,
} from './read-surveys.ts';
export { listRedirections, setRedirections } from './redirections.ts';
export { routes } from './routes.ts';
export type { SurveyTables } from './tables.ts';
