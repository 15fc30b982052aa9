import type { PublishedPath } from '#modules/paths';
import type { Language } from '#platform/i18n.ts';
import { pageAddress } from '#site/addresses.ts';
import style from './path-rows.module.css';

/** Paths of one topic below its name, each with one sentence. */
export function PathRows({
  paths,
  language,
}: {
  paths: readonly PublishedPath[];
  language: Language;
}) {
  return (
    <ul className={style.paths}>
      {paths.map(({ id, slug, title, description }) => (
        <li key={id}>
          <a href={pageAddress('paths', language, slug)}>{title}</a>
          <p>{description}</p>
        </li>
      ))}
    </ul>
  );
}
