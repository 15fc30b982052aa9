export { addAccount, grantRole } from './accounts.ts';
export { identifyApiToken } from './api-token-store.ts';
export { createApiToken, listApiTokens, revokeApiToken } from './api-tokens.ts';
export { routes } from './routes.ts';
export { readCookie } from './session-cookie.ts';
export { sessionRoutes } from './session-routes.ts';
export { endedSessions, identifySession } from './session-store.ts';
