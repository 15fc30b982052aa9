import { LANGUAGES, type Language, words } from '#platform/i18n.ts';
import { isVariant, type Variant, VARIANTS } from '#platform/language.ts';
import { ELEMENT_KINDS, type ElementKind } from './element.ts';
import { FIELDS, type TextField } from './element-fields.ts';

/** The columns of a spreadsheet of a path, in the order in which they are written. */
export const COLUMNS = [
  'id',
  'type',
  'parent',
  'order',
  'phase',
  'lane',
  'label',
  'field',
  'language',
  'text',
] as const;

/** A column of a spreadsheet of a path. */
export type ColumnKey = (typeof COLUMNS)[number];

/** The kinds of lanes of a map. */
export type LaneKind = keyof typeof LANE_WORDS;

/** The head of a column. */
export const headOf = (column: ColumnKey, language: Language): string =>
  words(language)(`paths:table.column.${column}`);

// Letters and figures alone, so that "Vaihe (nykytila)", "vaihe" and "VAIHE:" differ by words only.
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

// What counties call them beside our own words.
const ALSO: Readonly<Record<ColumnKey, readonly string[]>> = {
  id: ['id', 'ankkuri', 'ankare', 'anchor'],
  type: ['tyyppi', 'typ', 'kind'],
  parent: ['ylempi', 'över', 'below'],
  order: ['järjestysnumero', 'nr', 'position'],
  phase: ['vaiheet', 'polun vaihe', 'stage', 'skede'],
  lane: ['uimarata', 'kaista', 'taso', 'simbana', 'row', 'swimlane'],
  label: ['otsikko', 'rubrik', 'title', 'name'],
  field: ['tekstikenttä', 'textfält', 'text field'],
  language: ['kieliversio', 'språkversion', 'variant'],
  text: ['sisältö', 'innehåll', 'content', 'solu', 'ruutu', 'lappu'],
};

const columnWords = (column: ColumnKey): string[] => [
  column,
  ...LANGUAGES.map((language) => headOf(column, language)),
  ...ALSO[column],
];

const HEADS = new Map<string, ColumnKey>(
  COLUMNS.flatMap((column) => columnWords(column).map((head) => [plain(head), column] as const)),
);

/** The column that a head names in any of our languages. */
export const findColumn = (head: string): ColumnKey | undefined => HEADS.get(plain(head));

const KINDS = new Map<string, ElementKind>(
  ELEMENT_KINDS.flatMap((kind) =>
    [kind, ...LANGUAGES.map((language) => words(language)(`paths:kind.${kind}`))].map(
      (word) => [plain(word), kind] as const,
    ),
  ),
);

/** The kind that a cell names in any of our languages. */
export const findKind = (cell: string): ElementKind | undefined => KINDS.get(plain(cell));

/** Whether a cell names a text in any of our languages. */
export const isCalled = (cell: string, field: TextField): boolean =>
  [
    field.name,
    ...LANGUAGES.map((language) =>
      words(language)(`paths:field.${field.name}` as 'paths:field.title'),
    ),
  ].some((name) => plain(name) === plain(cell));

/** The text of a kind that a cell names in any of our languages. */
export const findFieldNamed = (kind: ElementKind, cell: string): TextField | undefined =>
  FIELDS[kind].find((field) => isCalled(cell, field));

const VARIANT_WORDS: Readonly<Record<Variant, readonly string[]>> = {
  fi: ['suomi', 'finska', 'finnish'],
  sv: ['ruotsi', 'svenska', 'swedish'],
  en: ['englanti', 'engelska', 'english'],
  'fi-simple': ['selkosuomi', 'selkokieli', 'lätt finska', 'easy finnish'],
  'sv-simple': ['selkoruotsi', 'lätt svenska', 'lättläst', 'easy swedish'],
  'en-simple': ['selkoenglanti', 'lätt engelska', 'easy english'],
};

const VARIANT_NAMES = new Map<string, Variant>(
  VARIANTS.flatMap((variant) =>
    [
      ...VARIANT_WORDS[variant],
      ...LANGUAGES.map((language) => words(language)(`paths:language.${variant}`)),
    ].map((word) => [plain(word), variant] as const),
  ),
);

/** The variant that a cell names in any of our languages, or by its tag; an empty cell is Finnish. */
export function findVariant(cell: string): Variant | undefined {
  const tag = cell.toLowerCase();
  if (isVariant(tag)) return tag;
  return tag === '' ? 'fi' : VARIANT_NAMES.get(plain(cell));
}

// What the rows of boards are called, beside our own words for the kinds of lanes.
const LANE_WORDS = {
  moments: ['hetket', 'asiakas', 'asiakkaan polku', 'kundens väg', 'customer', 'customer journey'],
  action: [
    'toimet',
    'asiakkaan toiminta',
    'mitä asiakas tekee',
    'asiakas tekee',
    'kunden gör',
    'steps',
    'customer actions',
    'askeleet',
    'steg',
  ],
  professional: [
    'ammattilaiset',
    'ammattilaisen tehtävät',
    'ammattilainen tekee',
    'mitä ammattilainen tekee',
    'den professionella gör',
    'yrkespersoner',
    'professionals',
    'tehtävät',
    'uppgifter',
    'tasks',
  ],
  'tips-and-tools': ['vinkit', 'tips', 'tips and tools'],
  experience: ['kokemus', 'tavoitellut kokemukset', 'upplevelse', 'experiences', 'experience'],
  'critical-points': ['kriittinen piste', 'kipupisteet', 'ongelmakohdat', 'pain points'],
  emotion: ['tunteet', 'tunnekäyrä', 'känslor', 'emotions', 'feelings'],
  channels: ['asiointikanavat', 'palvelukanavat', 'servicekanaler', 'service channels'],
  'digital-and-information': ['digitaaliset palvelut', 'tiedonhallinta', 'digitala tjänster'],
  'health-promotion': ['hyte', 'hyvinvoinnin edistäminen'],
  support: ['tuki', 'stöd', 'support'],
  other: ['muut', 'övrigt'],
} as const satisfies Record<string, readonly string[]>;

const LANE_KINDS = new Map<string, LaneKind>(
  (Object.keys(LANE_WORDS) as LaneKind[]).flatMap((kind) =>
    [
      kind,
      ...LANGUAGES.map((language) => words(language)(`paths:option.laneKind.${kind}`)),
      ...LANE_WORDS[kind],
    ].map((word) => [plain(word), kind] as const),
  ),
);

const KIND_OF_LANE: Readonly<Partial<Record<LaneKind, ElementKind>>> = {
  moments: 'step',
  action: 'step',
  professional: 'task',
  'tips-and-tools': 'tip',
  experience: 'experience-statement',
  'critical-points': 'critical-point',
  emotion: 'emotion-point',
};

const GROUPS = new Map<string, ElementKind>(
  (
    [
      'pre-question',
      'checklist-item',
      'right',
      'experience-statement',
      'critical-point',
      'quote',
    ] as const
  ).flatMap((kind) =>
    LANGUAGES.map((language) => [plain(words(language)(`paths:group.${kind}`)), kind] as const),
  ),
);

const PLURALS = new Map<string, ElementKind>(
  Object.entries({
    tool: ['työkalut', 'verktyg', 'tools'],
    'check-question': ['tarkistuskysymykset', 'kontrollfrågor', 'check questions'],
    instruction: ['ohjeet', 'anvisningar', 'instructions'],
    quote: ['sitaatit', 'citat', 'quotes'],
    link: ['linkit', 'länkar', 'links'],
  }).flatMap(([kind, names]) => names.map((name) => [plain(name), kind as ElementKind] as const)),
);

/** What the cells of a lane become: parts of a kind of their own, else cells of a lane of the map. */
export function partsOfLane(lane: string): { kind: ElementKind; laneKind: LaneKind } {
  const word = plain(lane);
  const laneKind = LANE_KINDS.get(word);
  const kind =
    (laneKind && KIND_OF_LANE[laneKind]) ??
    PLURALS.get(word) ??
    GROUPS.get(word) ??
    KINDS.get(word);
  const usable = kind === 'path' || kind === 'lane' || kind === 'phase' ? undefined : kind;
  return { kind: usable ?? 'cell', laneKind: laneKind ?? 'other' };
}

/** A name as it is compared with others: letter case and spaces do not matter. */
export const comparable = (name: string): string =>
  name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
