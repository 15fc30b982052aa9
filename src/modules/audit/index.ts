export { type Link, readLink, writeLink } from './chain.ts';
export { chainAuditEntries, chainEntries } from './chain-entries.ts';
export type { ChainFault } from './chain-faults.ts';
export { oldEntries } from './remove-old.ts';
export { routes } from './routes.ts';
export { verifyChain } from './verify-chain.ts';
