import MarkdownIt from 'markdown-it';
import { isWebAddress } from '#modules/channels';

const REACHES_SOMEBODY = /^(mailto:|tel:\+?[0-9])[^\s\\]*$/i;

/**
 * Paragraphs, lists, emphasis and links: nothing else of Markdown is switched on, and no HTML is let through. That
 * keeps a path's headings in the hands of its structure, and leaves little for an attack to try.
 */
const markdown = new MarkdownIt('zero', {
  html: false,
  linkify: false,
  typographer: false,
  breaks: true,
});
markdown.enable([
  'list',
  'emphasis',
  'link',
  'newline',
  'escape',
  'entity',
  'normalize',
  'block',
  'inline',
]);
markdown.validateLink = (address) => isWebAddress(address) || REACHES_SOMEBODY.test(address);

/** Renders a text of a path as HTML that is safe to show. */
export const renderMarkdown = (text: string): string =>
  text === '' ? '' : markdown.render(text).trim();

/** The web addresses to which a text leads, as its readers would get them. */
export function listAddresses(text: string): string[] {
  if (!text.includes('](')) return [];
  return markdown
    .parse(text, {})
    .flatMap(({ children }) => children ?? [])
    .map((token) => String(token.attrGet('href') ?? ''))
    .filter(isWebAddress);
}
