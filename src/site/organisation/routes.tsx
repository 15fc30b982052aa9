import { findPointOfNode, findPointOfThoseOutside } from '#modules/collection';
import { listPublishedReplies } from '#modules/development';
import { findStandingNodes, getNodeBySlug, getRoot, listNodes } from '#modules/organisation';
import { listPublishedPaths } from '#modules/paths';
import { getPublicFigures } from '#modules/reports';
import { AppError } from '#platform/errors.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { homeAddress, inEachLanguage, pageAddress } from '#site/addresses.ts';
import { feedAddress } from '#site/paths/feed.ts';
import { mountPage, type Site } from '#site/mount-page.ts';
import { ClosedUnitPage } from './closed-unit-page.tsx';
import { HomePage } from './home-page.tsx';
import { UnitPage } from './unit-page.tsx';

const REPLIES_AT_HOME = 3;

/** The county's front page and the page of each unit; that of a merged one leads to the unit in which it goes on. */
export function mountOrganisation(site: Site): void {
  mountPage(site, 'home', {}, async ({ ctx, county, language }) => ({
    facts: {
      title: inLanguage(county.name, language),
      description: words(language)('site:home.lead'),
      addresses: inEachLanguage(county.languages, homeAddress),
      searches: true,
      feed: feedAddress(language),
    },
    content: (
      <HomePage
        paths={await listPublishedPaths(ctx, language)}
        replies={(await listPublishedReplies(ctx, {}, language)).slice(0, REPLIES_AT_HOME)}
        figures={await getPublicFigures(ctx, (await getRoot(ctx)).id)}
        language={language}
      />
    ),
  }));
  mountPage(site, 'units', { named: true }, async ({ ctx, county, language, name: slug }) => {
    const unit = await getNodeBySlug(ctx, slug);
    if (unit.kind !== 'unit') throw new AppError('not-found', 'node-not-found');
    const [standing] = await findStandingNodes(ctx, [unit.id]);
    if (standing && standing.id !== unit.id)
      return { movedTo: pageAddress('units', language, standing.slug) };
    const name = inLanguage(unit.name, language);
    const shared = {
      name,
      above: await namesAbove(ctx, unit.parent, language),
      replies: await listPublishedReplies(ctx, { node: unit.id }, language),
      language,
    };
    return {
      facts: {
        title: name,
        description: words(language)(
          standing ? 'site:unit.description' : 'site:unit.closedDescription',
          { unit: name },
        ),
        addresses: inEachLanguage(county.languages, (each) => pageAddress('units', each, slug)),
        section: 'results',
      },
      content: standing ? (
        <UnitPage
          {...shared}
          figures={await getPublicFigures(ctx, unit.id)}
          code={await findPointOfNode(ctx, unit.id)}
          outside={await findPointOfThoseOutside(ctx, unit.id)}
        />
      ) : (
        <ClosedUnitPage {...shared} />
      ),
    };
  });
}

/** The names of the nodes above, from below the county down. */
async function namesAbove(
  ctx: RouteContext,
  parent: string | null,
  language: Language,
): Promise<string[]> {
  const nodes = new Map((await listNodes(ctx)).map((node) => [node.id, node]));
  const names: string[] = [];
  for (
    let node = nodes.get(parent ?? '');
    node && node.parent !== null;
    node = nodes.get(node.parent)
  ) {
    names.unshift(inLanguage(node.name, language));
  }
  return names;
}
