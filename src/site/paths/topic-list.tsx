import type { PublishedPath } from '#modules/paths';
import { type Language, words } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import { type LifeEvent, lifeEventAddress, nameOf, pathsFor } from './life-events.ts';
import style from './topic-list.module.css';
import type { Topic } from './topics.ts';

/** Topics to choose from, each with how many paths it has. */
export function TopicList({ topics, language }: { topics: readonly Topic[]; language: Language }) {
  return (
    <LinkList
      links={topics.map(({ slug, name, paths }) => ({
        address: pageAddress('topics', language, slug),
        text: name,
        note: words(language)('site:topics.paths', { count: paths.length }),
      }))}
    />
  );
}

/** Moments of life to choose from. */
export function LifeEventList({
  events,
  paths,
  language,
}: {
  events: readonly LifeEvent[];
  paths: readonly PublishedPath[];
  language: Language;
}) {
  return (
    <LinkList
      links={events.map((event) => ({
        address: lifeEventAddress(event, language),
        text: nameOf(event, language),
        note: words(language)('site:topics.paths', { count: pathsFor(event, paths).length }),
      }))}
    />
  );
}

/** Links to whatever leads to paths, side by side. */
function LinkList({
  links,
}: {
  links: readonly { readonly address: string; readonly text: string; readonly note: string }[];
}) {
  return (
    <ul className={style.links}>
      {links.map(({ address, text, note }) => (
        <li key={address}>
          <a href={address}>{text}</a> <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
