import { listPointCodes } from '#modules/collection';
import { listPublishedReplies } from '#modules/development';
import { type County, findStandingNodes } from '#modules/organisation';
import {
  findPublishedPath,
  listPathUnits,
  listPublishedPaths,
  type PathView,
} from '#modules/paths';
import { found } from '#platform/errors.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import { holdsUntil } from '#site/channels/holds-until.ts';
import { mountPage, type Site } from '#site/mount-page.ts';
import { PathListPage } from './path-list-page.tsx';
import { PathPage, type PathPageProps } from './path-page.tsx';

/** The list of paths and each path's page. */
export function mountPaths(site: Site): void {
  mountPage(site, 'paths', {}, async ({ ctx, county, language }) => {
    const t = words(language);
    return {
      facts: {
        title: t('site:paths.title'),
        description: t('site:paths.lead'),
        addresses: inEachLanguage(county.languages, (each) => pageAddress('paths', each)),
        section: 'paths',
      },
      content: <PathListPage paths={await listPublishedPaths(ctx, language)} language={language} />,
    };
  });
  mountPage(site, 'paths', { named: true }, async ({ ctx, county, language, name }) => {
    const path = found(await findPublishedPath(ctx, language, name));
    if (path.kind === 'moved') return { movedTo: pageAddress('paths', language, path.slug) };
    return {
      facts: {
        title: path.view.title,
        description: path.view.description,
        addresses: addressesOf(path.view, county),
        section: 'paths',
      },
      content: <PathPage {...await readPathPage(ctx, path.view)} />,
      holdsUntil: holdsUntil(path.view),
    };
  });
}

/** What the path page shows beside the path. */
export async function readPathPage(ctx: RouteContext, path: PathView): Promise<PathPageProps> {
  const nodes = await findStandingNodes(ctx, await listPathUnits(ctx, path.id));
  return {
    path,
    replies: await listPublishedReplies(ctx, { path: path.id }, path.language),
    codes: await listPointCodes(ctx, { path: path.id }),
    units: nodes.map((node) => ({
      slug: node.slug,
      name: inLanguage(node.name, path.language),
    })),
  };
}

/** The path in the languages that it is published in. */
function addressesOf(
  { slugs }: PathView,
  { languages }: County,
): Partial<Record<Language, string>> {
  const written = languages.filter((language) => slugs[language] !== undefined);
  return inEachLanguage(written, (language) => pageAddress('paths', language, slugs[language]));
}
