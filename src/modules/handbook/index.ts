export { addEntry, setEntryProperties } from './edit-entries.ts';
export { listEntries } from './entry-store.ts';
export { handbookChanged } from './handbook-events.ts';
export { getPublicHandbook, listTerms, type PublicHandbook, type Term } from './public-handbook.ts';
export { routes } from './routes.ts';
export { takeSeed } from './take-seed.ts';
