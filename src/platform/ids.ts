import { createHmac, hash, randomBytes, randomInt, randomUUIDv7 } from 'node:crypto';

/** A new UUIDv7: ordered by time of making, so rows land at the end of their index. */
export const newId = (): string => randomUUIDv7();

/** A secret of 192 random bits as 32 URL-safe characters: invitations and session cookies. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** SHA-256: the form in which secrets are stored, and the fingerprint of contents. */
export const hashOf = (text: string): Buffer => hash('sha256', text, 'buffer');

/** A keyed hash: for what must be recognised again but never read back, such as an address in a rate limit. */
export const keyedHash = (key: string, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A short code without letters that are mistaken for one another, for addresses that people type. */
export function newCode(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
