import type { ReactNode } from 'react';
import type { County } from '#modules/organisation';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { type EasyVariant, isEasy, type Variant } from '#platform/language.ts';
import { homeAddress } from './addresses.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader, type Section } from './page-header.tsx';
import style from './page-frame.module.css';

/** The addresses of the built files that a page names. */
export interface PageAssets {
  readonly style: string;
  readonly font: string | undefined;
}

/** What every page of one county and language has. */
export interface Surroundings {
  readonly county: County;
  readonly language: Language;
  readonly assets: PageAssets;
  readonly publicUrl: string;
}

/** What a page says of itself. */
export interface PageFacts {
  readonly title: string;
  readonly description?: string;
  /** The same page in the languages that have it, this one's own address among them. None: it is not to be found by search. */
  readonly addresses?: Partial<Record<Language, string>>;
  /** Where the language switch leads when that is not the pages above. */
  readonly switches?: Partial<Record<Language, string>>;
  readonly section?: Section;
  /** The easy-language variants of the page, as peers in the language switch. */
  readonly easy?: Partial<Record<EasyVariant, string>>;
  /** The variant that the page is in, when that is easy language. */
  readonly variant?: Variant;
  /** The page's one script, where it has one. */
  readonly script?: string;
}

const LONGEST_TITLE = 84;

/** A whole page: head, skip link, notice, header, the content and the footer. */
export function PageFrame({
  surroundings,
  facts,
  children,
}: {
  surroundings: Surroundings;
  facts: PageFacts;
  children: ReactNode;
}) {
  const { county, language } = surroundings;
  return (
    <html lang={facts.variant ?? language}>
      <PageHead surroundings={surroundings} facts={facts} />
      <body>
        <a className={style.skip} href="#sisalto">
          {words(language)('site:frame.skip')}
        </a>
        <PageHeader
          surroundings={surroundings}
          section={facts.section}
          addresses={{ ...homes(county), ...facts.addresses, ...facts.switches }}
          easy={facts.easy}
          variant={facts.variant ?? language}
        />
        <main id="sisalto" tabIndex={-1} className={style.main}>
          {children}
        </main>
        <PageFooter surroundings={surroundings} />
      </body>
    </html>
  );
}

function PageHead({
  surroundings: { county, language, assets, publicUrl },
  facts,
}: {
  surroundings: Surroundings;
  facts: PageFacts;
}) {
  const { addresses, easy, variant = language } = facts;
  const own = isEasy(variant) ? easy?.[variant] : addresses?.[language];
  const others = own === undefined ? [] : Object.entries({ ...addresses, ...easy });
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle(facts.title, inLanguage(county.name, language))}</title>
      {facts.description !== undefined && <meta name="description" content={facts.description} />}
      {assets.font !== undefined && (
        <link
          rel="preload"
          href={assets.font}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      )}
      <link rel="stylesheet" href={assets.style} />
      {Object.keys(county.theme).length > 0 && <link rel="stylesheet" href="/county.css" />}
      <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      {own === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={publicUrl + own} />
      )}
      {others.map(([of, address]) => (
        <link key={of} rel="alternate" hrefLang={of} href={publicUrl + address} />
      ))}
      {facts.script !== undefined && <script src={facts.script} type="module" />}
    </head>
  );
}

/** The page's title with the county's name, unless that makes it too long to be read in a list of results. */
function fullTitle(title: string, county: string): string {
  const whole = title === county ? title : `${title} – ${county}`;
  return whole.length <= LONGEST_TITLE ? whole : title;
}

const homes = (county: County): Partial<Record<Language, string>> =>
  Object.fromEntries(county.languages.map((language) => [language, homeAddress(language)]));
