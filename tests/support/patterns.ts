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
export function attacksOn({ source }: Pick<RegExp, 'source'>, length: number): string[] {
  const own = [...new Set(source.match(/[\p{L}\p{N}]{1,12}|[^\\\p{L}\p{N}]/gu) ?? [])];
  return [...new Set([...PIECES, ...own])].flatMap((piece) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    return [`${text}\u0001`, `a${text}`];
  });
}

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
