import { inLanguage, type Language } from '#platform/i18n.ts';
import { isEasy } from '#platform/language.ts';
import { homeAddress } from './addresses.ts';
import { countyPicture, PICTURE_SIZE } from './pictures/addresses.ts';
import type { PageFacts, Surroundings } from './page-frame.tsx';

const LONGEST_TITLE = 84;

/** What a page says of itself to browsers, to search engines and to whoever shows a link to it. */
export function HtmlHead({
  surroundings,
  facts,
}: {
  surroundings: Surroundings;
  facts: PageFacts;
}) {
  const { county, language, assets, publicUrl } = surroundings;
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
      <Addresses surroundings={surroundings} facts={facts} />
      {facts.feed !== undefined && (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={facts.title}
          href={publicUrl + facts.feed}
        />
      )}
      {facts.data !== undefined && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: asData(facts.data) }}
        />
      )}
      {facts.script !== undefined && <script src={facts.script} type="module" />}
    </head>
  );
}

/** Where the page and its translations are, and how a link to it looks elsewhere; a page that is not to be found says just that. */
function Addresses({
  surroundings: { county, language, publicUrl },
  facts,
}: {
  surroundings: Surroundings;
  facts: PageFacts;
}) {
  const { addresses, easy, variant = language } = facts;
  const own = isEasy(variant) ? easy?.[variant] : addresses?.[language];
  if (own === undefined || facts.hidden) return <meta name="robots" content="noindex" />;
  const all = Object.entries({ ...addresses, ...easy });
  const name = inLanguage(county.name, language);
  const picture = facts.picture ?? { address: countyPicture(language), text: name };
  return (
    <>
      <link rel="canonical" href={publicUrl + own} />
      {all.map(([of, address]) => (
        <link key={of} rel="alternate" hrefLang={of} href={publicUrl + address} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={publicUrl + defaultOf(own, language, all)} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={name} />
      <meta property="og:title" content={facts.title} />
      {facts.description !== undefined && (
        <meta property="og:description" content={facts.description} />
      )}
      <meta property="og:url" content={publicUrl + own} />
      <meta property="og:locale" content={LOCALES[language]} />
      <meta property="og:image" content={publicUrl + picture.address} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(PICTURE_SIZE.width)} />
      <meta property="og:image:height" content={String(PICTURE_SIZE.height)} />
      <meta property="og:image:alt" content={picture.text} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi_FI', sv: 'sv_FI', en: 'en_GB' };

/** Where a reader of any other language goes: the bare address, which asks the browser, else the first language that has the page. */
const defaultOf = (
  own: string,
  language: Language,
  all: readonly (readonly [string, string])[],
): string => (own === homeAddress(language) ? '/' : (all[0]?.[1] ?? own));

/** Data as it may stand in a script element, which no text of it can end. */
const asData = (data: object): string =>
  JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The page's title with the county's name, unless that makes it too long to be read in a list of results. */
function fullTitle(title: string, county: string): string {
  const whole = title === county ? title : `${title} – ${county}`;
  return whole.length <= LONGEST_TITLE ? whole : title;
}
