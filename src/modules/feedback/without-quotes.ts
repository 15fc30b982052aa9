const MARK = '[…]';
// Shorter ones are said by many: taking them out would spoil what others wrote of themselves.
const SHORTEST_TEXT = 12;
const SHORTEST_SENTENCE = 30;

/** What of a text is looked for where it may have been quoted: the whole, and each longer sentence of it. */
export function quotesOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/u);
  const pieces = [
    ...(text.trim().length >= SHORTEST_TEXT ? [text] : []),
    ...sentences.filter((sentence) => sentence.trim().length >= SHORTEST_SENTENCE),
  ];
  return [...new Set(pieces.map(fold))].toSorted((one, other) => other.length - one.length);
}

/** Takes the quotes out of what somebody else wrote, whatever its spaces and capital letters, and leaves a mark. */
export function withoutQuotes(words: string, quotes: readonly string[]): string {
  return quotes.reduce((rest, quote) => {
    const pattern = quote
      .split(' ')
      .map(RegExp.escape)
      .join(String.raw`\s+`);
    return rest.replaceAll(new RegExp(pattern, 'giu'), MARK);
  }, words);
}

const fold = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
