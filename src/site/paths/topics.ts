import { slugOf } from '#modules/organisation';
import type { PublishedPath } from '#modules/paths';
import type { Language } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';

/** A topic: what its paths call it, and its address. */
export interface Topic {
  readonly slug: string;
  readonly name: string;
  readonly paths: readonly PublishedPath[];
}

/** The topics of some paths that are in the order of their topics. Two that would share an address get different ones. */
export function topicsOf(paths: readonly PublishedPath[]): Topic[] {
  const taken = new Map<string, number>();
  return [...Map.groupBy(paths, ({ topic }) => topic)].map(([name, ofTopic]) => {
    const wanted = slugOf(name);
    const number = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, number);
    return { slug: number === 1 ? wanted : `${wanted}-${number}`, name, paths: ofTopic };
  });
}

/**
 * The addresses of the same topic in other languages: what most of its paths call it there. A topic that is told apart
 * differently there has none.
 */
export function translationsOf(
  topic: Topic,
  all: Readonly<Partial<Record<Language, readonly Topic[]>>>,
): Partial<Record<Language, string>> {
  const found: Partial<Record<Language, string>> = {};
  for (const [language, topics] of Object.entries(all) as [Language, readonly Topic[]][]) {
    const other = closest(topic, topics);
    if (other) found[language] = pageAddress('topics', language, other.slug);
  }
  return found;
}

function closest(topic: Topic, topics: readonly Topic[]): Topic | undefined {
  const ids = new Set(topic.paths.map(({ id }) => id));
  const shared = (other: Topic): number => other.paths.filter(({ id }) => ids.has(id)).length;
  return topics.find(
    (other) => 2 * shared(other) > Math.max(other.paths.length, topic.paths.length),
  );
}

/** The address of the topic of that name. */
export function topicAddress(
  topics: readonly Topic[],
  language: Language,
  name: string,
): string | undefined {
  const topic = topics.find((one) => one.name === name);
  return topic && pageAddress('topics', language, topic.slug);
}
