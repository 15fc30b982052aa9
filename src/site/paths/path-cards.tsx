import type { PublishedPath } from '#modules/paths';
import type { Language } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import style from './path-cards.module.css';

/** Paths to choose from, each with its topic and one sentence. */
export function PathCards({
  paths,
  language,
  level,
}: {
  paths: readonly PublishedPath[];
  language: Language;
  level: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <ul className={style.cards}>
      {paths.map(({ id, slug, title, description, topic }) => (
        <li key={id} className={style.card}>
          <Heading className={style.title}>
            <a href={pageAddress('paths', language, slug)}>{title}</a>
          </Heading>
          <p className={style.topic}>{topic}</p>
          <p>{description}</p>
        </li>
      ))}
    </ul>
  );
}
