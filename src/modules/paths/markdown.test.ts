import { describe, expect, test } from 'vitest';
import { attacksOn, findSlow } from '#tests/support/patterns.ts';
import { renderMarkdown } from './markdown.ts';

const ALLOWED_TAGS = new Set(['p', 'br', 'ul', 'ol', 'li', 'em', 'strong', 'a']);
const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  ol: ['start'],
};

/** What of a rendered text is no tag, attribute or address that we let through. */
function intruders(html: string): string[] {
  const tags = [...html.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)];
  const strange = tags.flatMap(([, name = '', rest = '']) => {
    if (!ALLOWED_TAGS.has(name)) return [`<${name}>`];
    const attributes = [...rest.matchAll(/([^\s="]+)="([^"]*)"/g)];
    const left = rest.replaceAll(/\s+[^\s="]+="[^"]*"/g, '').replaceAll(/[\s/]/g, '');
    return [
      ...(left === '' ? [] : [`<${name} …${left}…>`]),
      ...attributes.flatMap(([, attribute = '', value = '']) => {
        if (!ALLOWED_ATTRIBUTES[name]?.includes(attribute)) return [`${name} ${attribute}`];
        return attribute === 'href' && !/^(https?:\/\/|mailto:|tel:\+?\d)/i.test(value)
          ? [`href ${value}`]
          : [];
      }),
    ];
  });
  const outside = html.replaceAll(/<[^>]*>/g, '');
  return outside.includes('<') ? [...strange, 'a loose <'] : strange;
}

const SCHEMES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&#58;alert(1)',
  'javascript&colon;alert(1)',
  '&#x6A;avascript:alert(1)',
  '&#0000106avascript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'javascript%3Aalert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'filesystem:https://example.com/1',
  'intent://scan/#Intent;end',
  '//evil.example',
  '/fi/polut',
  '#x',
  'https:\\\\evil.example',
  'http:javascript:alert(1)',
  'tel:javascript:alert(1)',
  'x" onmouseover="alert(1)',
  "x' onmouseover='alert(1)",
];

const HTML = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<object data="data:text/html,x"></object>',
  '<embed src="javascript:alert(1)">',
  '<template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?php alert(1) ?>',
  '</p><script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\<img src=x onerror=alert(1)>',
  '< img src=x onerror=alert(1)>',
  '<IMG SRC=x ONERROR=alert(1)//',
  '<a\u0000href="javascript:alert(1)">',
];

const VECTORS = [
  ...HTML,
  ...HTML.map((html) => `- ${html}\n- **${html}**`),
  ...HTML.map((html) => `[${html}](https://example.com)`),
  ...HTML.map((html) => `[x](https://example.com "${html}")`),
  ...HTML.map((html) => `[x](<https://example.com/${html}>)`),
  ...SCHEMES.map((address) => `[x](${address})`),
  ...SCHEMES.map((address) => `[x](<${address}>)`),
  ...SCHEMES.map((address) => `<${address}>`),
  ...SCHEMES.map((address) => `![x](${address})`),
  ...SCHEMES.map((address) => `[x]\n\n[x]: ${address}`),
  ...SCHEMES.map((address) => `[![x](${address})](${address})`),
  ...SCHEMES.map((address) => `[x](https://example.com "${address}")`),
  '[x](https://example.com "\\" onmouseover=\\"alert(1)")',
  '[x](https://example.com?a="onmouseover="alert(1))',
  '[x](https://example.com/\u2028onmouseover=alert(1))',
  '```html\n<script>alert(1)</script>\n```',
  '`<img src=x onerror=alert(1)>`',
  '    <script>alert(1)</script>',
  '| <script> |\n| --- |\n| <img src=x onerror=alert(1)> |',
  '***<script>alert(1)</script>***',
  '_<b onclick=alert(1)>x</b>_',
];

describe('Markdown of a path', () => {
  test(`lets no tag, attribute or address through that is not ours (${VECTORS.length} vectors)`, () => {
    expect(VECTORS.length).toBeGreaterThan(300);
    expect(
      VECTORS.flatMap((vector) =>
        intruders(renderMarkdown(vector)).map((what) => `${what} ← ${vector}`),
      ),
    ).toEqual([]);
  });

  test('the check itself sees what it must', () => {
    expect(intruders('<p onclick="x">')).toEqual(['p onclick']);
    expect(intruders('<a href="javascript:x">')).toEqual(['href javascript:x']);
    expect(intruders('<img src=x>')).toEqual(['<img>']);
    expect(intruders('<p hidden>')).toEqual(['<p …hidden…>']);
  });

  test('makes paragraphs, lists, emphasis and safe links', () => {
    expect(
      renderMarkdown(
        'Soita **heti**.\nTai kirjoita.\n\n- yksi\n- [kaksi](https://example.com)\n- [soita](tel:116117)\n- [posti](mailto:a@example.fi)',
      ),
    ).toBe(
      '<p>Soita <strong>heti</strong>.<br>\nTai kirjoita.</p>\n<ul>\n<li>yksi</li>\n<li><a href="https://example.com">kaksi</a></li>\n<li><a href="tel:116117">soita</a></li>\n<li><a href="mailto:a@example.fi">posti</a></li>\n</ul>',
    );
  });

  test('links to no address that hides a name, a password or that it is none', () => {
    for (const address of [
      'https://user:pass@example.com/',
      'https://example.fi@evil.example/',
      'https://javascript:alert(1)',
    ]) {
      expect(renderMarkdown(`[x](${address})`), address).not.toContain('<a');
    }
  });

  test('makes no headings, pictures, tables or code: the structure of the page is the path’s', () => {
    expect(renderMarkdown('# Otsikko')).toBe('<p># Otsikko</p>');
    expect(renderMarkdown('![kuva](https://example.com/x.png)')).not.toContain('<img');
    expect(renderMarkdown('')).toBe('');
  });
});

test('H5: texts made to trip it up are rendered in less than 100 ms each', () => {
  const texts = attacksOn({ source: '[a](b) *c* **d** - e 1. f &amp; \\ > g' }, 8_000);
  expect(findSlow(renderMarkdown, texts)).toEqual([]);
});
