import { LANGUAGES, type Language } from '#platform/i18n.ts';
import { maskText } from '#modules/feedback';
import { CHANNEL_FIELDS, PATH_FIELDS } from './plant-paths.ts';
import { inField, type Planted } from './planting.ts';
import type { Place } from './written.ts';

/** A page or screen, and the words that it shows just as they were written. */
export interface Visit {
  readonly address: string;
  readonly shown: readonly string[];
  /** Of those that show little more than one attack: which kind, so that the kinds can take turns. */
  readonly kind?: number;
  /** It shows the same words, or most of them, to readers of every language. */
  readonly same?: 'all' | 'most';
  /** What shows its words: the press of a button, writing into a field. */
  readonly opens?: 'sources' | 'search' | 'preview' | 'rows';
}

/** The attack that stands in the texts of a language. */
export const ownOf = ({ attacks }: Planted, language: Language): string =>
  attacks[LANGUAGES.indexOf(language)]!;
export const inFields = (attack: string, fields: readonly string[]): string[] =>
  fields.map((field) => inField(attack, field));
const MASK = '▇▇▇▇';
/** What is left of an attack as an answer, where what looks like somebody's address or number was taken out. */
export const toldOf = (attack: string): string[] => maskText(attack).text.split(MASK);

const channelFields = CHANNEL_FIELDS.map((field) => `channel ${field}`);
const ADDRESSES = {
  fi: {
    paths: 'polut',
    units: 'yksikot',
    results: 'tulokset',
    replies: 'teimme',
    thanks: 'kiitos',
  },
  sv: {
    paths: 'vagar',
    units: 'enheter',
    results: 'resultat',
    replies: 'vi-gjorde',
    thanks: 'tack',
  },
  en: { paths: 'paths', units: 'units', results: 'results', replies: 'we-did', thanks: 'thanks' },
} as const;
/** The address of a public page. */
export const siteAddress = (
  language: Language,
  part: keyof (typeof ADDRESSES)['fi'],
  name?: string,
): string =>
  ['', language, ADDRESSES[language][part], ...(name === undefined ? [] : [name])].join('/');

/** What a form shows that its path and its survey say. */
export const FORM_FIELDS = [
  'polku title',
  'vaihe title',
  'statement',
  'survey recommendation',
  'survey comment',
  'unit',
];
const SEARCHES = { fi: '/fi/haku', sv: '/sv/sok', en: '/en/search' } as const;
// The page of replies ends somewhere.
const REPLIES = 480;
// So do the lists of actions.
const ACTIONS = 280;

/** The pages that list everything, in a language. */
export function sitePages(all: readonly Planted[], { names }: Place, language: Language): Visit[] {
  const ofAll = (fields: readonly string[]): string[] =>
    all.flatMap((planted) => inFields(ownOf(planted, language), fields));
  const cards = ofAll(['polku title', 'polku topic', 'polku description']);
  const said = all.flatMap(({ attacks }) =>
    attacks.flatMap((attack) => inFields(attack, ['said', 'did'])),
  );
  return [
    { address: `/${language}`, shown: ofAll(['polku topic']) },
    { address: siteAddress(language, 'paths'), shown: cards },
    {
      address: siteAddress(language, 'results'),
      shown: [...ofAll(['unit']), names.area[language], names.unit[language]],
    },
    { address: siteAddress(language, 'replies'), shown: said.slice(0, 2 * REPLIES) },
  ];
}

/** The pages of one unit and its path, in a language. */
export function pagesOf(planted: Planted, language: Language): Visit[] {
  const attack = ownOf(planted, language);
  const replies = planted.attacks.flatMap((each) => inFields(each, ['said', 'did']));
  const odd = encodeURIComponent(attack);
  return [
    {
      same: 'most',
      address: siteAddress(language, 'paths', planted.slug),
      shown: [...inFields(attack, [...PATH_FIELDS, ...channelFields, 'unit']), ...replies],
    },
    {
      kind: 0,
      address: siteAddress(language, 'units', planted.slug),
      shown: [...inFields(attack, ['unit', 'vaihe title', 'polku title']), ...replies],
    },
    {
      kind: 1,
      address: `/p/${planted.codes.path}?l=${language}`,
      shown: inFields(attack, FORM_FIELDS),
    },
    { kind: 3, address: `/${language}/${odd}?l=${odd}`, shown: [] },
    { kind: 2, address: `${SEARCHES[language]}?q=${odd}`, shown: [] },
  ];
}

/** The screens that list everything, for who speaks a language. */
export function staffScreens(
  all: readonly Planted[],
  { area }: Place,
  language: Language,
): Visit[] {
  const ofAll = (fields: readonly string[]): string[] =>
    all.flatMap((planted) => inFields(ownOf(planted, language), fields));
  const ofEach = (fields: readonly string[]): string[] =>
    all.flatMap(({ attacks }) => attacks.flatMap((attack) => inFields(attack, fields)));
  return [
    { address: '/staff/organisation', shown: ofAll(['unit']), opens: 'search' },
    {
      same: 'most',
      address: '/staff/accounts',
      shown: [...ofEach(['account']), ...ofAll(['unit'])],
    },
    {
      same: 'most',
      address: '/staff/tokens',
      shown: [...ofEach(['token', 'token purpose', 'account']), ...ofAll(['unit'])],
    },
    { address: '/staff/channels', shown: ofAll(['channel name']) },
    { address: '/staff/paths', shown: ofAll(['polku title']), opens: 'rows' },
    {
      same: 'most',
      address: '/staff/surveys',
      shown: [
        ...ofEach(['statement', 'survey recommendation', 'survey comment', 'survey thanks']),
        ...ofAll(['survey name']),
      ],
    },
    {
      address: `/staff/nodes/${area}/collection`,
      shown: ofAll(['unit', 'vaihe title', 'polku title']),
    },
    { address: `/staff/nodes/${area}`, shown: [] },
    { address: `/staff/nodes/${area}/feedback`, shown: [] },
    {
      same: 'most',
      address: `/staff/nodes/${area}/development`,
      shown: ofEach(['title', 'owner']).slice(0, 2 * ACTIONS),
    },
  ];
}

/** The screens of one unit, its work, its path and its channel, for who speaks a language. */
export function screensOf(planted: Planted, language: Language): Visit[] {
  const { attacks, unit, path, channel, point, actions } = planted;
  const own = (fields: readonly string[]): string[] => inFields(ownOf(planted, language), fields);
  const each = (fields: readonly string[]): string[] =>
    attacks.flatMap((attack) => inFields(attack, fields));
  const quotes = attacks.flatMap(toldOf);
  const beginning = (start: string): string[] =>
    PATH_FIELDS.filter((field) => field.startsWith(start));
  return [
    {
      kind: 0,
      address: `/staff/nodes/${unit}/discussion`,
      shown: [
        ...own(['unit']),
        ...quotes,
        ...each(['title', 'owner']),
        ...attacks,
        inField('', 'agreed'),
      ],
    },
    {
      kind: 1,
      same: 'all',
      address: `/staff/nodes/${unit}/feedback`,
      shown: [...quotes, ...own(['vaihe title', 'unit'])],
    },
    {
      kind: 2,
      same: 'all',
      address: `/staff/nodes/${unit}/development?new`,
      shown: [...quotes, ...each(['title', 'owner'])],
      opens: 'sources',
    },
    ...actions.map((action, turn): Visit => ({
      kind: turn,
      same: 'all',
      address: `/staff/actions/${action}`,
      shown: [
        ...inFields(attacks[turn]!, [
          'title',
          'reason',
          'owner',
          'from',
          'to',
          'note',
          'said',
          'did',
          'account',
        ]),
        ...toldOf(attacks[turn]!),
        ...own(['unit', 'vaihe title', 'polku title']),
      ],
    })),
    {
      kind: 3,
      same: 'all',
      address: `/staff/channels?channel=${channel}`,
      shown: each(channelFields),
    },
    { kind: 0, same: 'all', address: `/staff/paths/${path}`, shown: each(beginning('polku')) },
    {
      kind: 1,
      same: 'all',
      address: `/staff/paths/${path}?at=askel`,
      shown: each(beginning('askel')),
    },
    {
      kind: 2,
      same: 'all',
      address: `/staff/paths/${path}?tab=preview`,
      shown: own(PATH_FIELDS),
      opens: 'preview',
    },
    { kind: 3, same: 'all', address: `/staff/points/${point}/poster`, shown: each(['unit']) },
  ];
}

/**
 * Those that are opened, for the unit with that index: each of them in the full size, in the small one each kind for
 * every sixth unit. What is the same in all languages is opened in one.
 */
export const inTurns = (
  visits: readonly Visit[],
  index: number,
  given: { language: Language; full: boolean },
): Visit[] => {
  const isOwn = index % LANGUAGES.length === LANGUAGES.indexOf(given.language);
  return visits.filter(
    ({ kind, same }) =>
      (given.full || kind === undefined || (index + kind) % 6 === 0) &&
      (isOwn || same === undefined || (same === 'most' && given.full)),
  );
};
