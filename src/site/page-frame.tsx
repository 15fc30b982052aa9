import type { ReactNode } from 'react';
import type { County } from '#modules/organisation';
import { type Language, words } from '#platform/i18n.ts';
import type { EasyVariant, Variant } from '#platform/language.ts';
import { homeAddress } from './addresses.ts';
import { PageFooter } from './page-footer.tsx';
import { HtmlHead } from './html-head.tsx';
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
  /** Whether it stands in a frame of the staff app, which has its own head and foot. */
  readonly framed?: true;
  readonly section?: Section;
  /** The easy-language variants of the page, as peers in the language switch. */
  readonly easy?: Partial<Record<EasyVariant, string>>;
  /** The variant that the page is in, when that is easy language. */
  readonly variant?: Variant;
  /** Whether only those who have its address are to come to it. */
  readonly hidden?: boolean;
  /** Whether it has a search of its own, so that the header needs none. */
  readonly searches?: true;
  /** The picture that others show beside a link to it; without one, the county's. */
  readonly picture?: { readonly address: string; readonly text: string };
  /** The feed of its changes. */
  readonly feed?: string;
  /** What it says to programs that read schema.org. */
  readonly data?: object;
  /** The page's one script, where it has one. */
  readonly script?: string;
}

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
  // Whoever answers is not to be led away from what they have written.
  const isForm = facts.script !== undefined && facts.section === undefined;
  return (
    <html lang={facts.variant ?? language}>
      <HtmlHead surroundings={surroundings} facts={facts} />
      <body>
        {!facts.framed && (
          <>
            <a className={style.skip} href="#sisalto">
              {words(language)('site:frame.skip')}
            </a>
            <PageHeader
              surroundings={surroundings}
              section={facts.section}
              addresses={{ ...homes(county), ...facts.addresses, ...facts.switches }}
              easy={facts.easy}
              variant={facts.variant ?? language}
              search={!facts.searches && !isForm}
            />
          </>
        )}
        <main id="sisalto" tabIndex={-1} className={style.main}>
          {children}
        </main>
        {!facts.framed && <PageFooter surroundings={surroundings} />}
      </body>
    </html>
  );
}

const homes = (county: County): Partial<Record<Language, string>> =>
  Object.fromEntries(county.languages.map((language) => [language, homeAddress(language)]));
