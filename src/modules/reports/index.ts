export { answerRoutes } from './answer-routes.ts';
export { getDashboard } from './dashboard.ts';
export { newsRoutes } from './news-routes.ts';
export { publishDueMonths, publishMonths } from './publish-months.ts';
export { getPublicFigures } from './public-figures.ts';
export {
  noteNewAnswers,
  rebuild,
  recount,
  rollUp,
  rollUpMoved,
  rollUpNew,
  rollUpNewAnswers,
  rollUpUnitDays,
} from './roll-up.ts';
export { routes } from './routes.ts';
export { listToldMonths } from './told-months.ts';
