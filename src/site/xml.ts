import { escapeHtml } from '#platform/http/escape-html.ts';

/** A text as it stands in XML, which cannot hold what is neither sign nor space. */
export const escapeXml = (text: string): string =>
  escapeHtml(
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 has no way to say
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''),
  );

/** An element of text. */
export const element = (
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): string => `${opening(name, attributes)}>${escapeXml(text)}</${name}>`;

/** An element without content. */
export const empty = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `${opening(name, attributes)}/>`;

const opening = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')}`;
