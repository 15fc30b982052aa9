import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { path, reply } from '#site/sample-for-tests.ts';
import { PathPage } from './path-page.tsx';

const draw = (given: Partial<Parameters<typeof PathPage>[0]> = {}): string =>
  renderToStaticMarkup(
    <PathPage
      path={path}
      replies={[reply]}
      codes={{ polku: 'abcd', tilaan: 'efgh' }}
      units={[]}
      notes={[]}
      {...given}
    />,
  );

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|');

describe('the path page', () => {
  test('tells what changed and when, and nothing where nobody wrote it', () => {
    const html = draw({
      notes: [{ at: new Date('2026-11-01T23:30:00Z'), text: 'Kerromme <hinnan>.' }],
    });
    expect(html).toContain('<time dateTime="2026-11-02">2.11.2026</time>');
    expect(html).toContain('Kerromme &lt;hinnan&gt;.');
    expect(draw()).not.toContain('Mitä on muuttunut');
  });

  test('tells of urgency before any phase, with numbers that can be called', () => {
    const html = draw();
    expect(html.indexOf('Kova kipu?')).toBeLessThan(html.indexOf('id="mietin"'));
    expect(html).toContain('<a href="tel:116117">116117</a>');
    expect(html).not.toContain('role="alert"');
  });

  test('has as many items in its list as it shows numbers, each a heading with number and title', () => {
    const html = draw();
    const phases = html.match(/<li id="(mietin|tilaan)"/g);
    expect(phases).toHaveLength(2);
    const headings = [...html.matchAll(/<h2 class[^>]*>(.*?)<\/h2>/g)].map((match) =>
      textOf(match[1]!).replaceAll('|', ''),
    );
    expect(headings).toContain('Vaihe 1: Mietin, tarvitsenko testin');
    expect(headings).toContain('Vaihe 2: Tilaan testin');
  });

  test('says in words that a step is an alternative, nested below its step, a heading lower', () => {
    const html = draw();
    expect(textOf(html)).toContain('|tai|Varaa aika|');
    expect(html).toContain('<h4>Varaa aika</h4>');
    // Nested below the step that it is an alternative to.
    expect(html.indexOf('Varaa aika')).toBeLessThan(
      html.indexOf('</li></ul></li></ul>', html.indexOf('Tilaa kotitesti')),
    );
  });

  test('tells cost, time and what a channel offers as text', () => {
    const text = textOf(draw());
    for (const told of [
      '|Hinta|Maksuton|',
      '|Odotusaika|2–4 päivää|',
      '|Ajat|ma–pe klo 8–16|',
      'Kun sinulla on oireita.',
      'Soita 03 0000 1234',
    ]) {
      expect(text).toContain(told);
    }
  });

  test('shows a reply on the phase that it concerns, with its month', () => {
    const html = draw();
    const second = html.slice(html.indexOf('<li id="tilaan"'));
    expect(second).toContain('Nyt kerrot ne vain hoitajalle.');
    expect(second).toContain('Koivurannan sote-keskus, marraskuu 2026');
    expect(html.indexOf('Nyt kerrot')).toBeGreaterThan(html.indexOf('<li id="tilaan"'));
  });

  test('asks how it went on each phase that has its own feedback point, and at the end', () => {
    const html = draw();
    expect(html.match(/\/p\/efgh\?l=fi/g)).toHaveLength(1);
    expect(html).toContain('href="/p/abcd?l=fi"');
    expect(textOf(html)).toContain('Kerro, miten tämä vaihe sujui|: Tilaan testin|');
  });

  test('has a place for each old address, and says there that the part is gone', () => {
    expect(draw()).not.toContain('ei enää ole');
    const html = draw({ path: { ...path, removed: ['varaan-ajan', 'tulen-kotiin'] } });
    expect(html).toMatch(/<span id="varaan-ajan"><\/span><span id="tulen-kotiin"><\/span><p/);
    expect(html.match(/Tätä kohtaa ei enää ole\./g)).toHaveLength(1);
  });

  test('a preview says that it is one', () => {
    expect(draw({ preview: true })).toContain('Esikatselu');
    expect(draw()).not.toContain('Esikatselu');
  });

  test('shows people’s texts as text', () => {
    const hostile = { ...path, title: '<img src=x onerror=alert(1)>', facts: ['<b>'] };
    const html = draw({
      path: hostile,
      replies: [{ ...reply, youSaid: '<script>alert(1)</script>' }],
    });
    expect(html).not.toMatch(/<img|<script|<b>/);
  });
});
