export {
  type TestSurvey,
  buildSurvey,
  type TestAnswer,
  insertAnswers,
  times,
  buildUnits,
} from '#tests/support/report-sample.ts';
