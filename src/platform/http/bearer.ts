const BEARER = /^Bearer +(\S+) *$/i;

/** The token of an `Authorization: Bearer` header; nothing when the header is missing or of another scheme. */
export const bearerOf = (authorization: string | null | undefined): string | undefined =>
  authorization ? BEARER.exec(authorization)?.[1] : undefined;
