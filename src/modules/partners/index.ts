export { makeAddress } from './addresses.ts';
export { confirm, openConfirmation } from './confirm.ts';
export { addPartner, namePartner } from './partners.ts';
export { listConfirmedDays } from './read-partners.ts';
export { receiveConfirmation, showConfirmation } from './receive-confirmation.ts';
export { routes } from './routes.ts';
