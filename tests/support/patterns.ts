import { globSync, readFileSync } from 'node:fs';

/** A regular expression that stands in the source. */
export interface SourcePattern {
  readonly file: string;
  readonly pattern: RegExp;
}

// A slash begins a regular expression where a value may stand: after a bracket, a comma, an operator or `return`.
const LITERAL =
  /(?:^|[(,=:?&|![{;>]|\breturn)\s*(\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*)/gm;

/** Every regular expression that the program's files write down, tests aside. */
export function findPatterns(): SourcePattern[] {
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => !/test/.test(file));
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
    return [...source.matchAll(LITERAL)].flatMap(([, literal]) => {
      const pattern = compile(literal!);
      return pattern ? [{ file, pattern }] : [];
    });
  });
}

function compile(literal: string): RegExp | undefined {
  const end = literal.lastIndexOf('/');
  try {
    return new RegExp(literal.slice(1, end), literal.slice(end + 1));
  } catch {
    return undefined;
  }
}

const PIECES = [
  'a',
  'ä',
  '0',
  ' ',
  '\t',
  '\n',
  '-',
  '.',
  ',',
  '@',
  '/',
  '\\',
  ':',
  '=',
  '(',
  ')',
  '[',
  '<',
  '"',
  "'",
  '&',
  '%',
  '*',
  '_',
  '#',
  'a.',
  '0-',
  'a@',
  'www.',
  'http://',
  '+1(0)',
  '01 ',
  'a-',
  '%0',
  '\\"',
  '](',
  '**',
  '&#',
  '<a ',
  '{{',
];

/** Long texts made to trip a pattern up: its own letters and words again and again, with an end that fits nowhere. */
export function attacksOn(
  { source }: Pick<RegExp, 'source'>,
  length: number,
  pieces: readonly string[] = PIECES,
): string[] {
  const own = [...new Set(source.match(/[\p{L}\p{N}]{1,12}|[^\\\p{L}\p{N}]/gu) ?? [])];
  return [...new Set([...pieces, ...own])].flatMap((piece) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    return [`${text}\u0001`, `a${text}`];
  });
}

// What our own forms and those that we read are written with, each a piece that something looks for.
const WORDS =
  '``` ~~~ --- === > - 1. ![ [a](b) [a]: <!-- --> </ <script &amp; &#x41; \\\\ ** __ ~~ || ::: ✎ ; "" "; \r\n \r \ufeff ’ ” – … · № § € ½ ß İ ı ſ ﬁ Å ё 漢 🙂 \u0301 \u200b \u200d \u202e \u2028 \u00a0 e\u0301 o\u0308 A-Z a-b-c äö. kl.  8–16 8.00- 24/7 ma–pe 12.5. 2026- 1e9 -0 +358 0400 112 (09) 010 131052- 010100A a.b.c a@b.c .@. http: https://a ftp:// // ../ ./ %2e %00 %E4 ?a= &b #c :80 [::1] ::ffff: 127.0.0.1 0x7f 1.1 fi-simple fi; sv-SE q=0.9, en,fi *;q= Bearer Bearer== =?utf-8 a=b; ; , ,, : :: = ?? !! {} ${ {{a}} [[ (( )) ]] <> \u0000 true null NaN [{ {"a": }],'
    .split(' ')
    .filter((word) => word !== '');

/** Three hundred long texts made to trip parsers up, whatever they read. */
export const ATTACKS: readonly string[] = attacksOn(
  { source: '' },
  20_000,
  [...PIECES, ...WORDS].filter((piece, at, all) => all.indexOf(piece) === at).slice(0, 150),
);

/** How long anything may take by the shape of what somebody writes. */
export const LIMIT_MS = 100;

/** The time of the processor that it took, whatever else the machine does; the least of three, as memory is tidied now and then. */
export function quickest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best >= LIMIT_MS; tries += 1) {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

/** What takes too long, and with which text. */
export function findSlow(work: (text: string) => void, texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const ms = quickest(() => work(text));
    return ms < LIMIT_MS ? [] : [`${JSON.stringify(text.slice(0, 12))}: ${Math.round(ms)} ms`];
  });
}

// Noise of the machine aside, what is twice as long takes twice the time; what is squared takes four times.
const MOST_GROWTH = 3;

/**
 * The same for what is read piece by piece with others served between, where many short lines may take longer without
 * holding anybody up: then their time must not grow faster than they do.
 */
export async function findSlowReading(
  work: (text: string) => Promise<unknown>,
  texts: readonly string[],
): Promise<string[]> {
  const slow: string[] = [];
  for (const text of texts) {
    const ms = await quickestReading(() => work(text));
    if (ms < LIMIT_MS) continue;
    const twice = await quickestReading(() => work(text + text));
    if (twice > MOST_GROWTH * ms)
      slow.push(`${JSON.stringify(text.slice(0, 12))}: ${Math.round(ms)}, ${Math.round(twice)} ms`);
  }
  return slow;
}

async function quickestReading(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && best >= LIMIT_MS; tries += 1) {
    const start = process.threadCpuUsage();
    await work().catch(() => undefined);
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}
