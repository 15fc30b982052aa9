import { readFile, stat } from 'node:fs/promises';
import type { Fault } from '#platform/errors.ts';
import { sentence, wordFor } from '#platform/i18n.ts';

// A path in all its languages takes some hundred kilobytes.
const LARGEST = 5 * 1024 * 1024;

/** The text of a path file; undefined, with a sentence on stderr, when it cannot be taken. */
export async function readText(
  file: string | undefined,
  usage: string,
): Promise<string | undefined> {
  if (file === undefined || (await stat(file)).size > LARGEST) {
    process.stderr.write(`Give a JSON file of at most 5 megabytes: ${usage}\n`);
    return undefined;
  }
  return readFile(file, 'utf8');
}

/** A fault in a sentence, after the JSON pointer of its place. */
export function inWords({ pointer, code, params }: Fault): string {
  const said =
    wordFor('en', `errors:fault.${code}`) === undefined
      ? sentence('en', `errors:code.${code}`)
      : sentence('en', `errors:fault.${code}`, params);
  return `${pointer === '' ? '(the whole file)' : pointer}: ${said}`;
}
