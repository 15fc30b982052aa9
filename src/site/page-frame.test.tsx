import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PageFrame } from './page-frame.tsx';
import { surroundings } from './sample-for-tests.ts';

const draw = (
  facts: Parameters<typeof PageFrame>[0]['facts'],
  given: Partial<typeof surroundings> = {},
): string =>
  renderToStaticMarkup(
    <PageFrame surroundings={{ ...surroundings, ...given }} facts={facts}>
      <h1>Sisältö</h1>
    </PageFrame>,
  );

const addresses = { fi: '/fi/polut/testaus', sv: '/sv/vagar/test' };

describe('the frame of a page', () => {
  test('says its language, its own address and its translations', () => {
    const html = draw({ title: 'Testaus', addresses });
    expect(html).toContain('<html lang="fi">');
    expect(html).toContain('<link rel="canonical" href="https://polku.example/fi/polut/testaus"/>');
    expect(html).toContain('hrefLang="sv" href="https://polku.example/sv/vagar/test"');
    expect(html).not.toContain('noindex');
  });

  test('leads to the same page in another language, else to that language’s front page', () => {
    const html = draw({ title: 'Testaus', addresses });
    expect(html).toContain('<a href="/sv/vagar/test" lang="sv"');
    expect(html).toContain('<a href="/en" lang="en"');
    expect(html).toContain('lang="fi" hrefLang="fi" aria-current="true">Suomi</a>');
  });

  test('keeps its title under 85 characters', () => {
    const titleOf = (title: string): string =>
      /<title>(.*?)<\/title>/.exec(draw({ title }))?.[1] ?? '';
    expect(titleOf('Testaus')).toBe('Testaus – Esimerkkilän hyvinvointialue');
    expect(titleOf('Esimerkkilän hyvinvointialue')).toBe('Esimerkkilän hyvinvointialue');
    expect(titleOf('x'.repeat(80))).toBe('x'.repeat(80));
  });

  test('has no script, style or address of anybody else', () => {
    const html = draw({ title: 'Testaus', addresses });
    expect(html).not.toMatch(/<script|<style| style=| on\w+=/);
    expect(
      html
        .match(/(?:src|href)="https?:[^"]*"/g)
        ?.every((address) => address.includes('https://polku.example/')),
    ).toBe(true);
  });

  test('says that the county is an example only when it is', () => {
    expect(draw({ title: 'Testaus' })).toContain('Esimerkkilän hyvinvointialue on kuvitteellinen');
    const real = { ...surroundings.county, example: false };
    expect(draw({ title: 'Testaus' }, { county: real })).not.toContain('kuvitteellinen');
  });

  test('takes the county’s own look in by a style sheet only when there is one', () => {
    expect(draw({ title: 'Testaus' })).not.toContain('/county.css');
    const themed = { ...surroundings.county, theme: { '--county-brand': '#004d40' } };
    expect(draw({ title: 'Testaus' }, { county: themed })).toContain('href="/county.css"');
  });

  test('offers the numbers for help on every page', () => {
    const html = draw({ title: 'Testaus' });
    expect(html).toContain('href="tel:112"');
    expect(html).toContain('href="tel:116117"');
  });
});
