export { addEntry, setEntryProperties } from './edit-entries.ts';
export { type EntryTrouble } from './promise-state.ts';
export { listEntries } from './entry-store.ts';
export { handbookChanged } from './handbook-events.ts';
export { getPublicHandbook, listTerms, type PublicHandbook, type Term } from './public-handbook.ts';
export { findTroubles, getKeptHandbook, type KeptHandbook } from './rest-on.ts';
export { routes } from './routes.ts';
export type { HandbookTables } from './tables.ts';
export { takeSeed } from './take-seed.ts';
