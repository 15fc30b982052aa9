import { hash, verify } from '@node-rs/argon2';

// OWASP's lowest setting for argon2id (19 MiB, two passes): about 20 ms here.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** argon2id, as PHC text. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let stranger: Promise<string> | undefined;

/** Whether the password is right. Without a hash (no such account) it takes as long and is always wrong. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  stranger ??= hashPassword('nobody has this one');
  const right = await verify(stored ?? (await stranger), password).catch(() => false);
  return right && stored !== undefined;
}
