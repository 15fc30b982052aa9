import type { County } from '#modules/organisation';
import type { PathView } from '#modules/paths';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { homeAddress, pageAddress, pathAddress } from '#site/addresses.ts';
import { pathPicture } from '#site/pictures/addresses.ts';

/** Where the data are told from. */
interface Place {
  readonly county: County;
  readonly publicUrl: string;
  readonly language: Language;
}

/** A page above another one, or the page itself. */
interface Crumb {
  readonly text: string;
  readonly address?: string | undefined;
}

/** What a path page tells programs in the words of schema.org: the service with its channels, its steps, and where the page is. */
export function pathData(path: PathView, place: Place, topic: string | undefined): object {
  const { county, publicUrl, language } = place;
  const address = pathAddress(path.variant, path.slugs[language] ?? '');
  const url = publicUrl + address;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage',
        '@id': url,
        url,
        name: path.title,
        description: path.description,
        inLanguage: path.variant,
        primaryImageOfPage: publicUrl + pathPicture(path.id, path.versionNumber, language),
        ...(path.publishedOn !== null && { dateModified: path.publishedOn }),
        mainEntity: { '@id': `${url}#service` },
      },
      serviceOf(path, url, {
        '@type': 'GovernmentOrganization',
        name: inLanguage(county.name, language),
        url: publicUrl + homeAddress(language),
      }),
      stepsOf(path, url),
      breadcrumbs(place, [
        { text: path.topic, address: topic },
        { text: path.title, address },
      ]),
    ],
  };
}

/** The data of a page whose place is all that there is to tell. */
export const placeData = (place: Place, crumb: Crumb): object => ({
  '@context': 'https://schema.org',
  ...breadcrumbs(place, [crumb]),
});

function breadcrumbs({ publicUrl, language }: Place, below: readonly Crumb[]): object {
  const paths = {
    text: words(language)('site:frame.paths'),
    address: pageAddress('paths', language),
  };
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [paths, ...below]
      .filter(({ text, address }) => text !== '' && address !== undefined)
      .map(({ text, address }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: text,
        item: `${publicUrl}${address}`,
      })),
  };
}

function serviceOf(path: PathView, url: string, provider: object): object {
  const uses = [
    ...path.urgency.flatMap(({ channels }) => channels),
    ...path.phases.flatMap(({ steps }) => steps.flatMap(({ channels }) => channels)),
  ];
  const channels = new Map(uses.map(({ channel }) => [channel.id, channel]));
  return {
    '@type': 'GovernmentService',
    '@id': `${url}#service`,
    name: path.title,
    description: path.description,
    serviceType: path.topic,
    url,
    provider,
    availableChannel: [...channels.values()]
      .filter(({ closed }) => !closed)
      .map((channel) => channelOf(channel, path.language)),
  };
}

type Channel = PathView['urgency'][number]['channels'][number]['channel'];

function channelOf({ url, phone, texts }: Channel, language: Language): object {
  const address = inLanguage(texts.address, language);
  return {
    '@type': 'ServiceChannel',
    name: inLanguage(texts.name, language),
    ...(url !== null && { serviceUrl: url }),
    ...(phone !== null && { servicePhone: { '@type': 'ContactPoint', telephone: phone } }),
    ...(address !== '' && { serviceLocation: { '@type': 'Place', address } }),
  };
}

function stepsOf(path: PathView, url: string): object {
  return {
    '@type': 'HowTo',
    name: path.title,
    inLanguage: path.variant,
    step: path.phases.map(({ anchor, number, title, steps }) => ({
      '@type': 'HowToSection',
      name: title,
      position: number,
      url: `${url}#${anchor}`,
      itemListElement: steps.map((step, index) => ({
        '@type': 'HowToStep',
        name: step.title,
        position: index + 1,
        url: `${url}#${step.anchor}`,
      })),
    })),
  };
}
