/** A piece of rendered HTML: a tag or a comment as it stands, or text between them. */
export interface Piece {
  readonly kind: 'open' | 'close' | 'other' | 'text';
  /** As it stands in the page. */
  readonly raw: string;
  /** The element of a tag. */
  readonly name: string;
}

const NAME = /^<\/?([a-z][a-z0-9-]*)/i;

/** Cuts rendered HTML into tags and texts. What is no whole tag at the end is left as it is. Takes time by its length only. */
export function readTags(html: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next !== at) {
      const end = next === -1 ? html.length : next;
      pieces.push({ kind: 'text', raw: html.slice(at, end), name: '' });
      at = end;
      continue;
    }
    const end = endOfTag(html, at);
    pieces.push(pieceOf(html.slice(at, end)));
    at = end;
  }
  return pieces;
}

function pieceOf(raw: string): Piece {
  const name = NAME.exec(raw)?.[1]?.toLowerCase();
  if (name === undefined || !raw.endsWith('>')) return { kind: 'other', raw, name: '' };
  return { kind: raw.startsWith('</') ? 'close' : 'open', raw, name };
}

/** Where the tag that begins here ends; a `>` within quotes does not end it. */
function endOfTag(html: string, start: number): number {
  if (html.startsWith('<!--', start)) return after(html, '-->', start);
  let quote = '';
  for (let at = start + 1; at < html.length; at += 1) {
    const sign = html[at]!;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return html.length;
}

function after(html: string, wanted: string, from: number): number {
  const found = html.indexOf(wanted, from);
  return found === -1 ? html.length : found + wanted.length;
}
