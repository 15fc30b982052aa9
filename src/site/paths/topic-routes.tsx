import { listPublishedPaths } from '#modules/paths';
import { AppError, found } from '#platform/errors.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { type Language, words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import { mountPage, type Site } from '#site/mount-page.ts';
import { lifeEventAddress, lifeEventAt, nameOf, pathsFor } from './life-events.ts';
import { placeData } from './path-data.ts';
import { TopicPage } from './topic-page.tsx';
import { type Topic, topicsOf, translationsOf } from './topics.ts';

/** A page for each topic, and one for each moment of life that has paths. */
export function mountTopics(site: Site): void {
  mountLifeEvents(site);
  const { publicUrl } = site.parts.settings;
  mountPage(site, 'topics', { named: true }, async ({ ctx, county, language, name: slug }) => {
    const t = words(language);
    const all = await readTopics(ctx, county.languages);
    const topic = found(all[language]?.find((one) => one.slug === slug));
    const address = pageAddress('topics', language, slug);
    return {
      facts: {
        title: topic.name,
        description: t('site:topics.description', { topic: topic.name }),
        addresses: { ...translationsOf(topic, all), [language]: address },
        section: 'paths',
        searches: true,
        data: placeData({ county, publicUrl, language }, { text: topic.name, address }),
      },
      content: (
        <TopicPage
          title={topic.name}
          lead={t('site:topics.lead')}
          paths={topic.paths}
          language={language}
        />
      ),
    };
  });
}

/** The page of a moment of life. */
function mountLifeEvents(site: Site): void {
  const { publicUrl } = site.parts.settings;
  mountPage(site, 'lifeEvents', { named: true }, async ({ ctx, county, language, name: slug }) => {
    const t = words(language);
    const event = found(lifeEventAt(slug, language));
    const paths = pathsFor(event, await listPublishedPaths(ctx, language));
    if (paths.length === 0) throw new AppError('not-found', 'not-found');
    const name = nameOf(event, language);
    const address = lifeEventAddress(event, language);
    return {
      facts: {
        title: name,
        description: t('site:lifeEvents.description', { event: name }),
        addresses: inEachLanguage(county.languages, (each) => lifeEventAddress(event, each)),
        section: 'paths',
        searches: true,
        data: placeData({ county, publicUrl, language }, { text: name, address }),
      },
      content: (
        <TopicPage
          title={name}
          lead={t('site:lifeEvents.lead')}
          paths={paths}
          language={language}
        />
      ),
    };
  });
}

async function readTopics(
  ctx: RouteContext,
  languages: readonly Language[],
): Promise<Partial<Record<Language, readonly Topic[]>>> {
  const all: Partial<Record<Language, readonly Topic[]>> = {};
  for (const language of languages)
    all[language] = topicsOf(await listPublishedPaths(ctx, language));
  return all;
}
