export { createInvitations } from './create-invitations.ts';
export type { Submission } from './contract.ts';
export {
  createFeedbackPoint,
  findPointOfNode,
  findPointOfThoseOutside,
  listPointCodes,
  openPathPoints,
} from './feedback-point.ts';
export { Intake } from './intake.ts';
export { oldInvitations } from './invitation-store.ts';
export {
  type FormView,
  openFeedbackPoint,
  type OpenForm,
  openInvitation,
  viewForm,
} from './open-form.ts';
export { OPEN_FORMS, OpenForms } from './open-forms.ts';
export type { Outcome } from './outcome.ts';
export { receiveForm } from './receive-answer.ts';
export { answerRoutes, routes } from './routes.ts';
