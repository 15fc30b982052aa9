export { REMOVAL_TIME } from './read-retention.ts';
export { type OldDataOf, removeOld, removeOldData } from './remove-old-data.ts';
export { routes } from './routes.ts';
