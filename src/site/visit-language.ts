import type { Context as HonoContext } from 'hono';
import type { AppEnvironment } from '#main/app.ts';
import type { County } from '#modules/organisation';
import { isLanguage, type Language, languageFor } from '#platform/i18n.ts';

/** The language of a page whose address names none: the one asked for by `?l=`, else the browser's, of those that the county serves in. */
export function languageOfVisit(
  http: HonoContext<AppEnvironment>,
  { languages }: Pick<County, 'languages'>,
): Language {
  const asked = http.req.query('l');
  const wanted = isLanguage(asked) ? asked : languageFor(http.req.header('accept-language'));
  return languages.includes(wanted) ? wanted : (languages[0] ?? 'fi');
}
