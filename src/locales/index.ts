import { en } from './en/index.ts';
import { fi } from './fi/index.ts';
import { sv } from './sv/index.ts';

/** All words of the product by language, namespace and key. Finnish is the original. */
export const WORDS = { fi, sv, en } as const;

/** The namespaces and keys that there are. */
export type Words = typeof fi;
