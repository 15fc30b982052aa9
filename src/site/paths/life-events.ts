import { LIFE_EVENTS } from '#contract/paths';
import type { PublishedPath } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';

/** A moment of life in which people look for paths. */
export type LifeEvent = (typeof LIFE_EVENTS)[number];

/** Their addresses, which stay when the words for them change. */
const SLUGS = {
  'having-a-child': { fi: 'lapsen-saaminen', sv: 'att-fa-barn', en: 'having-a-child' },
  'falling-ill': { fi: 'sairastuminen', sv: 'att-bli-sjuk', en: 'falling-ill' },
  ageing: { fi: 'ikaantyminen', sv: 'att-aldras', en: 'ageing' },
  'losing-someone': { fi: 'laheisen-kuolema', sv: 'en-narstaendes-dod', en: 'losing-someone' },
  separation: { fi: 'ero', sv: 'separation', en: 'separation' },
  unemployment: { fi: 'tyottomyys', sv: 'arbetsloshet', en: 'unemployment' },
  studying: { fi: 'opiskelu', sv: 'studier', en: 'studying' },
  moving: { fi: 'muutto', sv: 'flytt', en: 'moving' },
  'violence-or-crisis': {
    fi: 'vakivalta-tai-kriisi',
    sv: 'vald-eller-kris',
    en: 'violence-or-crisis',
  },
  disability: { fi: 'vammaisuus', sv: 'funktionsnedsattning', en: 'disability' },
  'caring-for-another': {
    fi: 'laheisesta-huolehtiminen',
    sv: 'att-ta-hand-om-en-narstaende',
    en: 'caring-for-another',
  },
} as const satisfies Record<LifeEvent, Record<Language, string>>;

/** The page of a moment of life. */
export const lifeEventAddress = (event: LifeEvent, language: Language): string =>
  pageAddress('lifeEvents', language, SLUGS[event][language]);

/** The moment of life at an address. */
export const lifeEventAt = (slug: string, language: Language): LifeEvent | undefined =>
  LIFE_EVENTS.find((event) => SLUGS[event][language] === slug);

/** What a moment of life is called. */
export const nameOf = (event: LifeEvent, language: Language): string =>
  words(language)(`paths:lifeEvent.${event}`);

/** The paths that are for a moment of life. */
export const pathsFor = (
  event: LifeEvent,
  paths: readonly PublishedPath[],
): readonly PublishedPath[] => paths.filter(({ lifeEvents }) => lifeEvents.includes(event));

/** The moments of life that have paths, in the order of life. */
export const lifeEventsOf = (paths: readonly PublishedPath[]): LifeEvent[] =>
  LIFE_EVENTS.filter((event) => paths.some(({ lifeEvents }) => lifeEvents.includes(event)));
