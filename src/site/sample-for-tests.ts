import type { FormView } from '#modules/collection';
import type { Channel } from '#modules/channels';
import type { ReplyView } from '#modules/development';
import type { County } from '#modules/organisation';
import type { PathView } from '#modules/paths';
import type { Surroundings } from './page-frame.tsx';

type StepView = PathView['phases'][number]['steps'][number];

/** A county for the rendering of pages. */
export const county: County = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  name: { fi: 'Esimerkkilän hyvinvointialue', sv: 'Exempelbygdens välfärdsområde' },
  languages: ['fi', 'sv', 'en'],
  example: true,
  theme: {},
};

/** What every page has around it. */
export const surroundings: Surroundings = {
  county,
  language: 'fi',
  assets: { style: '/assets/style.css', font: '/assets/face.woff2' },
  publicUrl: 'https://polku.example',
};

/** A channel that is called. */
export const phoneChannel: Channel = {
  id: '0199aaaa-0000-7000-8000-000000000002',
  code: 'callback',
  kind: 'callback',
  url: null,
  phone: '03 0000 1234',
  closed: false,
  texts: {
    name: { fi: 'Takaisinsoitto' },
    description: { fi: 'Jätä soittopyyntö.' },
    hours: { fi: 'ma–pe klo 8–16' },
    address: {},
    cost: { fi: 'Paikallisverkkomaksu' },
    needs: {},
    remark: {},
  },
  hours: [],
  opening: {
    state: 'unknown',
    at: '2026-11-18T12:00:00Z',
    changes: null,
    holdsUntil: null,
    lines: [],
  },
  easy: {},
  easyNotes: {},
  origin: 'own',
  fetchedAt: null,
};

/** A step with the given parts. */
export const stepOf = (given: Partial<StepView> & { anchor: string; title: string }): StepView => ({
  logic: 'next',
  needed: 'required',
  actor: 'customer',
  promises: [],
  html: '',
  cost: '',
  time: '',
  wait: '',
  law: '',
  needs: '',
  unwell: '',
  interpreter: '',
  shownFor: [],
  channels: [],
  handOvers: [],
  instructions: [],
  services: [],
  forms: [],
  symptomChecks: [],
  links: [],
  ...given,
});

/** A path of two phases, the second of which offers two steps to choose from. */
export const path: PathView = {
  id: '0199aaaa-0000-7000-8000-000000000003',
  slugs: { fi: 'testaus', sv: 'test' },
  versionNumber: 1,
  status: 'published',
  publishedOn: '2026-11-03',
  removed: [],
  reviewDue: '2027-05-03',
  clinical: true,
  variant: 'fi',
  language: 'fi',
  easy: [],
  easyTried: false,
  title: 'Seksitautien testaus ja hoito',
  description: 'Voit testata itsesi kotona.',
  topic: 'Seksuaaliterveys',
  note: '',
  facts: ['Maksuton'],
  searchWords: [],
  stale: false,
  urgency: [
    {
      anchor: 'kiire',
      level: 'urgent',
      title: 'Kova kipu?',
      text: 'Soita 116117 tai 112.',
      channels: [],
    },
  ],
  questions: [],
  checklist: [],
  rights: [],
  restsOn: { promises: [], aims: [] },
  phases: [
    {
      anchor: 'mietin',
      number: 1,
      timing: 'before',
      title: 'Mietin, tarvitsenko testin',
      html: '<p>Testaa, jos epäilet.</p>',
      duration: '',
      restsOn: { promises: [], aims: [] },
      shownFor: [],
      instructions: [],
      steps: [],
    },
    {
      anchor: 'tilaan',
      number: 2,
      timing: 'during',
      title: 'Tilaan testin',
      html: '',
      duration: '',
      restsOn: { promises: [], aims: [] },
      shownFor: [],
      instructions: [],
      steps: [
        stepOf({ anchor: 'koti', title: 'Tilaa kotitesti', cost: 'Maksuton', wait: '2–4 päivää' }),
        stepOf({
          anchor: 'aika',
          title: 'Varaa aika',
          logic: 'or',
          channels: [
            { anchor: 'soitto', whenToUse: 'Kun sinulla on oireita.', channel: phoneChannel },
          ],
        }),
      ],
    },
  ],
};

/** A reply on the second phase. */
export const reply: ReplyView = {
  id: '0199aaaa-0000-7000-8000-000000000004',
  youSaid: 'Oireista piti kertoa aulassa.',
  weDid: 'Nyt kerrot ne vain hoitajalle.',
  language: 'fi',
  publishedOn: '2026-11-02',
  node: { name: 'Koivurannan sote-keskus', slug: 'koivuranta' },
  path: {
    title: path.title,
    slug: 'testaus',
    anchor: 'aika',
    phase: 'tilaan',
    phaseTitle: 'Tilaan testin',
  },
};

/** A form that asks in which of two units it was. */
export const formView: FormView = {
  survey: {
    id: '0199aaaa-0000-7000-8000-000000000005',
    survey: '0199aaaa-0000-7000-8000-000000000006',
    number: 1,
    status: 'in-use',
    set: {
      id: '0199aaaa-0000-7000-8000-000000000007',
      code: 'national',
      version: 1,
      origin: 'national',
      respondents: ['customer'],
    },
    statements: [
      { code: 'got-help', theme: 'access', text: { fi: 'Sain apua.' }, official: { fi: false } },
      {
        code: 'felt-safe',
        theme: 'safety',
        text: { fi: 'Tunsin oloni turvalliseksi.' },
        official: {},
      },
    ],
    asksRecommendation: true,
    asksComment: true,
    texts: {
      name: { fi: 'Kysely' },
      recommendation: { fi: 'Suosittelisitko?' },
      comment: { fi: 'Kerro omin sanoin.' },
      thanks: { fi: 'Kiitos.' },
    },
    official: { recommendation: {} },
  },
  node: null,
  units: [
    { id: '0199aaaa-0000-7000-8000-000000000008', name: { fi: 'Koivuranta' } },
    { id: '0199aaaa-0000-7000-8000-000000000009', name: { fi: 'Kuusiharju' } },
  ],
  path: null,
};
