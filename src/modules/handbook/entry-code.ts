import { slugOf } from '#modules/organisation';

/** As long as a reference to it may be, with room for a number. */
const LONGEST = 60;

/** The code that an entry gets from its Finnish name: the first free one of its kind, for ever. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const wanted = slugOf(name)
    .slice(0, LONGEST)
    .replace(/(?<!-)-+$/, '');
  let code = wanted;
  for (let number = 2; taken.has(code); number += 1) code = `${wanted}-${number}`;
  return code;
}
