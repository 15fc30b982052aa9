import { createHash } from 'node:crypto';

/** A place in the chain: an entry's number and its hash, which stands for all that came before it. */
export interface Link {
  readonly number: number;
  readonly hash: Buffer;
}

/** Where every chain begins. */
export const BEGINNING: Link = { number: 0, hash: Buffer.alloc(32) };

/** The hash of an entry: over the former one's, its own number and its whole content. */
export const hashOfLink = (former: Buffer, number: number, content: string): Buffer =>
  createHash('sha256').update(former).update(`${number}\n${content}`).digest();

/** A place in the chain as it stands in the log and on the command line: `<number>:<hash>`. */
export const writeLink = ({ number, hash }: Link): string => `${number}:${hash.toString('hex')}`;

/** Reads what `writeLink` wrote; nothing when it is no such text. */
export function readLink(text: string): Link | undefined {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (number === undefined || hash === undefined) return undefined;
  return { number: Number(number), hash: Buffer.from(hash, 'hex') };
}
