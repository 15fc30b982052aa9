import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { PathView } from '#modules/paths';
import { type ElementKind, FIELDS } from '#contract/paths';
import { path, phoneChannel, stepOf } from '#site/sample-for-tests.ts';
import { PathPage } from './path-page.tsx';

// The rules of step-by-step pages that the markup alone keeps, by their numbers. What needs a browser is in tests/journeys/guide.test.ts.

const answers = [
  { anchor: 'oireita', title: 'Minulla on oireita' },
  { anchor: 'ei-oireita', title: 'Minulla ei ole oireita' },
];

const whole: PathView = {
  ...path,
  questions: [
    { anchor: 'oireet', title: 'Onko sinulla oireita?', why: 'Oireista riippuu.', answers },
  ],
  checklist: [{ anchor: 'muista', title: 'Ota kortti mukaan', step: 'koti', shownFor: [] }],
  rights: [{ anchor: 'oikeus', kind: 'right', title: 'Saat kysyä', html: '<p>Kysy.</p>' }],
  phases: [
    path.phases[0]!,
    {
      ...path.phases[1]!,
      steps: [
        stepOf({
          anchor: 'koti',
          title: 'Tilaa kotitesti',
          cost: 'Maksuton',
          wait: '2–4 päivää',
          needs: 'Pankkitunnukset',
          forms: [
            {
              anchor: 'lomake',
              title: 'Täytä esitietolomake',
              url: 'https://lomake.example/a',
              identification: 'strong',
              needs: '',
              paper: '',
            },
          ],
        }),
        stepOf({
          anchor: 'aika',
          title: 'Varaa aika',
          logic: 'or',
          shownFor: ['oireita'],
          channels: [{ anchor: 'soitto', whenToUse: '', channel: phoneChannel }],
        }),
        stepOf({ anchor: 'kerro', title: 'Kerro kumppanille', logic: 'and' }),
        stepOf({ anchor: 'odota', title: 'Odota tulosta' }),
      ],
    },
  ],
};

const html = renderToStaticMarkup(
  <PathPage path={whole} replies={[]} codes={{ polku: 'a', tilaan: 'b' }} units={[]} notes={[]} />,
);

/** The markup from an element's own tag to its end. */
function within(id: string): string {
  const rest = html.slice(html.indexOf(`id="${id}"`));
  let depth = 0;
  for (const tag of rest.matchAll(/<(\/?)(li|ol|ul|section|form)\b/g)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth < 0) return rest.slice(0, tag.index);
  }
  return rest;
}

const textOf = (markup: string): string =>
  markup.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|');

describe('step-by-step pages', () => {
  test('rule 1: the list has as many items as it shows numbers; what joins a step is nested under it', () => {
    expect(html.match(/data-phase="true"/g)).toHaveLength(2);
    const first = within('koti');
    expect(first).toContain('id="aika"');
    expect(first).toContain('id="kerro"');
    expect(first).not.toContain('id="odota"');
    expect(textOf(first)).toContain('|tai|Varaa aika|');
    expect(textOf(first)).toContain('|ja|Kerro kumppanille|');
  });
  test('rule 2: a phase is a heading, its steps a level lower, what joins a step one more', () => {
    for (const [level, title] of [
      [3, 'Tilaa kotitesti'],
      [4, 'Varaa aika'],
      [4, 'Kerro kumppanille'],
      [3, 'Odota tulosta'],
    ] as const)
      expect(html).toContain(`<h${level}>${title}</h${level}>`);
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1)).toBe(true);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });
  test('rule 4: without script nothing is folded, and nothing says that it could be', () => {
    expect(html).not.toContain('aria-expanded');
    expect(html).not.toContain('data-list-add'); // only where the list is the reader's own
    expect(html.match(/ hidden=""/g)).toHaveLength(2); // the questions and the note on ticks: both are the script's alone
  });
  test('rule 11: a link says where it leads, and what one needs to sign in with', () => {
    const form = within('lomake');
    expect(textOf(form)).toContain('|Täytä esitietolomake|lomake.example|');
    expect(textOf(form)).toContain('pankkitunnukset');
  });
  test('rule 12: cost, waiting time and what one needs stand beside the step as text', () => {
    const text = textOf(within('koti'));
    for (const told of [
      '|Hinta|Maksuton|',
      '|Odotusaika|2–4 päivää|',
      '|Tarvitset|Pankkitunnukset|',
    ])
      expect(text).toContain(told);
  });
  test('rule 13: urgency comes before the phases, as a heading and text and never as an alert', () => {
    expect(html.indexOf('Milloin tarvitset apua heti?')).toBeLessThan(html.indexOf('data-phases'));
    expect(html).not.toMatch(/role="alert"|aria-live="assertive"/);
  });
  test('rule 14: the contents have a heading before the main content, and are a list', () => {
    const contents = html.indexOf('<h2 id="vaiheet">');
    expect(contents).toBeGreaterThan(0);
    expect(contents).toBeLessThan(html.indexOf('data-phases'));
    expect(html.slice(contents)).toMatch(/^<h2 id="vaiheet">[^<]+<\/h2><ol><li>/);
  });
  test('rule 15: each opening question is a fieldset with its legend, and everything can always be shown', () => {
    const form = html.slice(html.indexOf('<form'), html.indexOf('</form>'));
    expect(form).toMatch(/<fieldset id="oireet"><legend>Onko sinulla oireita\?<\/legend>/);
    expect(form).toContain('<output');
    expect(form).toContain('type="reset"');
    // Whoever has no script reads whom a part concerns.
    expect(textOf(within('aika'))).toContain('Koskee sinua, jos vastaat näin: Minulla on oireita');
  });
  test('rule 16: the checklist is of native checkboxes with their own labels', () => {
    expect(within('muista')).toMatch(
      /<label><input type="checkbox"[^>]*\/?><span>Ota kortti mukaan<\/span><\/label>/,
    );
    expect(html).not.toMatch(/name="muista"/);
  });
  test('rule 19: nothing on a guide runs out', () => {
    expect(html).not.toMatch(/http-equiv="refresh"|data-timeout/);
  });
  test('rule 22: a title is under 85 characters, a description under 160', () => {
    const kinds: readonly ElementKind[] = ['path', 'phase', 'step'];
    for (const kind of kinds)
      expect(FIELDS[kind].find(({ name }) => name === 'title')?.maximum).toBeLessThan(85);
    expect(FIELDS.path.find(({ name }) => name === 'description')?.maximum).toBeLessThan(160);
  });
  test('rule 23: every step has a way to a person by telephone, at the same place', () => {
    for (const anchor of ['koti', 'kerro', 'odota'])
      expect(textOf(within(anchor))).toContain('Apua puhelimitse: Takaisinsoitto |03 0000 1234');
    expect(textOf(within('aika'))).toContain('Soita 03 0000 1234');
  });
});
