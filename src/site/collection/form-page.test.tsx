import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { formView } from '#site/sample-for-tests.ts';
import { FormPage } from './form-page.tsx';
import { nothingTyped } from './typed.ts';

const version = formView.survey.id;
const draw = (given: Partial<Parameters<typeof FormPage>[0]> = {}): string =>
  renderToStaticMarkup(
    <FormPage
      view={formView}
      place={null}
      redirections={[]}
      address="/p/abcd?l=fi"
      language="fi"
      typed={nothingTyped(version)}
      faults={[]}
      {...given}
    />,
  );

const checked = (html: string): string[] =>
  [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*checked=""[^>]*value="([^"]*)"/g)].map(
    (match) => `${match[1]}=${match[2]}`,
  );

describe('the form', () => {
  test('asks each thing as a group with a legend, and chooses nothing beforehand', () => {
    const html = draw();
    expect([...html.matchAll(/<legend>(.*?)<\/legend>/g)].map((match) => match[1])).toEqual([
      'Missä asioit?',
      'Sain apua.',
      'Tunsin oloni turvalliseksi.',
      'Suosittelisitko?',
    ]);
    expect(html.match(/name="s-got-help"/g)).toHaveLength(6);
    expect(html.match(/name="recommendation"/g)).toHaveLength(12);
    expect(checked(html)).toEqual([]);
  });

  test('says where to get help at once, also when the county has entered nothing', () => {
    const html = draw();
    expect(html).toContain('href="tel:112"');
    expect(html).toContain('href="tel:116117"');
  });

  test('says that the wording is not the official one while it is not', () => {
    expect(draw()).toContain('väittämät vastaavat virallista sanamuotoa');
    const official = formView.survey.statements.map((statement) => ({
      ...statement,
      official: { fi: true },
    }));
    expect(
      draw({ view: { ...formView, survey: { ...formView.survey, statements: official } } }),
    ).not.toContain('virallista sanamuotoa');
  });

  test('says that the county’s own statements are its own, and asks those who did not get in what happened', () => {
    const set = {
      ...formView.survey.set,
      origin: 'own' as const,
      respondents: ['did-not-get-in'],
    };
    const survey = { ...formView.survey, set, asksRecommendation: false };
    const html = draw({ view: { ...formView, survey } });
    expect(html).toContain('Väittämät ovat hyvinvointialueen omia.');
    expect(html).not.toContain('virallista sanamuotoa');
    expect(html).toContain('Mitä tapahtui, kun hait apua?');
    expect(html).not.toContain('name="recommendation"');
  });

  test('keeps everything that was typed, and its id', () => {
    const typed = {
      ...nothingTyped(version),
      unit: formView.units[1]!.id,
      scores: { 'got-help': '4', 'felt-safe': '0' },
      recommendation: '9',
      comment: 'Hyvin <b>meni</b>',
    };
    const html = draw({
      typed,
      faults: [{ pointer: '/comment', code: 'too-big-text', params: { limit: 4000 } }],
    });
    expect(checked(html)).toEqual([
      `unit=${typed.unit}`,
      's-got-help=4',
      's-felt-safe=0',
      'recommendation=9',
    ]);
    expect(html).toContain(`name="id" value="${typed.id}"`);
    expect(html).toContain('Hyvin &lt;b&gt;meni&lt;/b&gt;</textarea>');
  });

  test('each fault is told at the top, leads to its field and stands beside it', () => {
    const faults = [
      { pointer: '/node', code: 'missing' },
      { pointer: '/scores/got-help', code: 'not-an-option' },
      { pointer: '/comment', code: 'wrong-form' },
      { pointer: '', code: 'nothing-answered' },
    ];
    const html = draw({ faults });
    const targets = [...html.matchAll(/<a href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toEqual(['unit', 's-got-help', 'comment', 's-got-help']);
    for (const target of targets) expect(html).toContain(`id="${target}"`);
    expect(html).toContain('aria-describedby="unit-fault"');
    expect(html).toContain('Missä asioit: Täytä tämä kohta.');
  });

  test('asks no unit where there is only one', () => {
    const html = draw({ view: { ...formView, units: [], node: formView.units[0]! } });
    expect(html).not.toContain('Missä asioit?');
    expect(html).toContain('Koivuranta');
  });
});
