import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term } from '#modules/handbook';
import { markTerms } from './mark-terms.ts';

const term = (name: string, forms: string[] = []): Term => ({
  anchor: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  name,
  definition: `Mitä ${name} on.`,
  forms,
  source: '',
});

const remiss = term('lahete', ['lähete', 'lähetteen', 'lähetettä']);
const need = term('hoidon tarpeen arviointi', ['hoidon tarpeen arvioinnin']);
const care = term('hoito', ['hoidon']);

const link = (of: Term, words: string): string =>
  `<a id="kohta-${of.anchor}" class="term" href="#sana-${of.anchor}" role="doc-glossref">${words}</a>`;

const mark = (html: string, terms: readonly Term[] = [remiss, need, care]): string =>
  markTerms(html, terms, 'fi').html;

describe('a word that is explained', () => {
  test('is marked where it is first met, in whatever listed form and case', () => {
    expect(mark('<p>Lähetteen saat, ja lähete riittää.</p>')).toBe(
      `<p>${link(remiss, 'Lähetteen')} saat, ja lähete riittää.</p>`,
    );
  });

  test('is told to the page in the order in which it is met', () => {
    const { terms } = markTerms('<p>Hoidon jälkeen lähete.</p>', [remiss, care], 'fi');
    expect(terms).toEqual([care, remiss]);
  });

  test('of several words goes before a shorter one, also over a line break', () => {
    expect(mark('<p>Hoidon tarpeen\narvioinnin jälkeen hoidon aika.</p>')).toBe(
      `<p>${link(need, 'Hoidon tarpeen\narvioinnin')} jälkeen ${link(care, 'hoidon')} aika.</p>`,
    );
  });

  test.for([
    ['part of a longer word', '<p>Lähetepakko, kotihoito ja hoito-ohje, esi-hoito.</p>'],
    ['cut off by a hyphen', '<p>Hoito- ja tutkimusaika.</p>'],
    ['in a form that nobody listed', '<p>Lähetteittä jäätiin.</p>'],
    ['in a link', '<p><a href="/x">Pyydä <b>lähete</b></a></p>'],
    ['in a heading', '<h2>Lähete</h2><h3><span>hoito</span></h3>'],
    ['in an attribute', '<img alt="lähete > hoito" src="/hoito"><p title=\'lähete\'></p>'],
    [
      'in a button, a label or a menu',
      '<button>hoito</button><nav>hoito</nav><label>hoito</label>',
    ],
    ['in another language', '<p lang="sv">hoito <b>lähete</b></p>'],
    ['in a comment or a script', '<!-- lähete > hoito --><script>lähete < hoito</script>'],
    ['in what is explained already', '<dfn>lähete</dfn>'],
  ] as const)('is not marked when it stands %s', ([, html]) => {
    expect(mark(html)).toBe(html);
  });

  test('is marked again after what is closed, and within the same language', () => {
    const html = '<h2>Lähete</h2><br><p lang="fi-FI">Saat lähetteen.</p>';
    expect(mark(html)).toContain(`Saat ${link(remiss, 'lähetteen')}.`);
  });

  test('is not found in what HTML itself writes', () => {
    const html = '<p>a &amp; b &quot;x&quot; &#x27;y&#x27;</p>';
    expect(mark(html, [term('amp'), term('quot'), term('x27')])).toBe(html);
  });
});

describe('nothing gets in by a word', () => {
  const evil = term('<img src=x onerror=alert(1)>', ['"><script>alert(1)</script>', 'alert']);

  test('a name full of signs is only ever looked for, never written', () => {
    const html = '<p>Kirjoitettu: &lt;img src=x onerror=alert(1)&gt; ja alert.</p>';
    const { html: marked } = markTerms(html, [evil], 'fi');
    expect(marked.replaceAll(/<a [^>]*>|<\/a>/g, '')).toBe(html);
    expect(marked).not.toContain('<img');
  });

  test('whatever the page and the words, only links are added, each word once', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="#">',
        '</a>',
        '<h2>',
        '</h2>',
        '<br>',
        '<',
        '>',
        '"',
      ),
      fc.constantFrom(
        'hoito ',
        'lähete ',
        'hoidon tarpeen arviointi ',
        '&amp;',
        '-',
        '<!--',
        '-->',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 4 }),
        (parts, names) => {
          const html = parts.join('');
          const terms = [remiss, need, care, ...names.map((name) => term(name))];
          const marked = markTerms(html, terms, 'fi', 'word');
          const bare = marked.html.replaceAll(
            /<a id="[^"]*" class="word" href="[^"]*" role="doc-glossref">(.*?)<\/a>/gs,
            '$1',
          );
          expect(bare).toBe(html);
          expect(new Set(marked.terms.map(({ anchor }) => anchor)).size).toBe(marked.terms.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.for([
    ['open tags', '<a '.repeat(60_000)],
    ['quotes that never close', `<p title="${'x'.repeat(100_000)}`],
    ['the same word again and again', 'hoidon tarpeen '.repeat(20_000)],
    ['depth', '<p>'.repeat(20_000) + 'hoito'],
  ] as const)('%s take no longer than their length', ([, html]) => {
    const began = performance.now();
    mark(html);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
