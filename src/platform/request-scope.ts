import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Runs work of which the log may later say to which request (or job) it belonged. */
export const inRequest = <T>(requestId: string, work: () => T): T => scope.run(requestId, work);

/** The request to which the running work belongs. */
export const currentRequest = (): string | undefined => scope.getStore();
