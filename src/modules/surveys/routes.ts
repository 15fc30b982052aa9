import { getRoot } from '#modules/organisation';
import { type Route, route, type RouteContext } from '#platform/http/route.ts';
import { StatementAddress, SurveyList, SurveyTextAddress, Wording } from './contract.ts';
import { correctStatement, correctSurveyText } from './correct-wording.ts';
import { can } from './permissions.ts';
import { listSurveys } from './read-surveys.ts';

const wholeCounty = async (ctx: RouteContext): Promise<string> => (await getRoot(ctx)).id;

/** The JSON routes of the surveys. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/surveys',
    summary: "The county's surveys with the statements, texts and languages of the version in use",
    access: { action: can.readSurveys, node: 'any' },
    response: SurveyList,
    handle: async (ctx) => ({ surveys: await listSurveys(ctx) }),
  }),
  route({
    method: 'put',
    path: '/api/statement-sets/{set}/statements/{statement}/texts/{language}',
    summary:
      "Corrects a statement's wording in one language and says whether it is the official one",
    access: { action: can.correctStatement, node: wholeCounty },
    params: StatementAddress,
    body: Wording,
    response: 'none',
    handle: (ctx, { params, body }) => correctStatement(ctx, params, body),
  }),
  route({
    method: 'put',
    path: '/api/survey-versions/{version}/texts/{field}/{language}',
    summary:
      "Corrects a text of a survey's version in one language and says whether it is the official one",
    access: { action: can.correctSurveyText, node: wholeCounty },
    params: SurveyTextAddress,
    body: Wording,
    response: 'none',
    handle: (ctx, { params, body }) => correctSurveyText(ctx, params, body),
  }),
];
