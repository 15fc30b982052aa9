import { listPointCodes } from '#modules/collection';
import { listTerms } from '#modules/handbook';
import { listPublishedReplies } from '#modules/development';
import { listConfirmedDays } from '#modules/partners';
import { type County, findStandingNodes } from '#modules/organisation';
import {
  findPublishedPath,
  getProfessionalView,
  getSettings,
  listPathUnits,
  listPublicNotes,
  listPublishedPaths,
  type PathView,
} from '#modules/paths';
import { AppError, found } from '#platform/errors.ts';
import type { RouteContext } from '#platform/http/route.ts';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { isEasy, languageOf, type EasyVariant, type Variant } from '#platform/language.ts';
import {
  ENDINGS,
  inEachLanguage,
  pageAddress,
  pathAddress,
  professionalAddress,
} from '#site/addresses.ts';
import { ExplainedWords } from '#site/handbook/explained-words.tsx';
import { holdsUntil } from '#site/channels/holds-until.ts';
import { type Drawn, mountPage, type Site, type Visit } from '#site/mount-page.ts';
import { feedAddress } from './feed.ts';
import { findFacts } from './find-facts.ts';
import { PathListPage } from './path-list-page.tsx';
import { topicAddress, topicsOf } from './topics.ts';
import { PathPage, type PathPageProps } from './path-page.tsx';
import { findGiven, findKept } from './rests-on.ts';

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
        searches: true,
        feed: feedAddress(language),
      },
      content: <PathListPage paths={await listPublishedPaths(ctx, language)} language={language} />,
    };
  });
  mountPage(site, 'paths', { named: true }, (visit) => drawPath(site, visit, visit.language));
  mountPage(site, 'paths', { named: true, ending: ENDINGS.easy }, (visit) =>
    drawPath(site, visit, `${visit.language}-simple`),
  );
  mountPage(site, 'paths', { named: true, ending: ENDINGS.professional }, (visit) =>
    drawProfessional(site, visit),
  );
}

/** A path's page in one variant. An easy variant that the path is not offered in leads to the language itself. */
async function drawPath(site: Site, visit: Visit, variant: Variant): Promise<Drawn> {
  const { ctx, county, language, name } = visit;
  const path = found(await findPublishedPath(ctx, variant, name));
  if (path.kind === 'moved') return { movedTo: pathAddress(variant, path.slug) };
  const { view } = path;
  if (isEasy(variant) && !view.easy.includes(variant))
    return { movedTo: pathAddress(language, name) };
  const { professionalOpen, visibility } = await getSettings(ctx, view.id);
  const topics = topicsOf(await listPublishedPaths(ctx, language));
  const topic = topicAddress(topics, language, view.topic);
  return {
    facts: {
      title: view.title,
      description: view.description,
      addresses: addressesOf(view, county),
      easy: easyAddressesOf(view, county),
      variant,
      section: 'paths',
      script: site.parts.assets.guideScript,
      ...(visibility === 'public' ? findFacts(site, visit, view, topic) : { hidden: true }),
    },
    content: (
      <ExplainedWords terms={await listTerms(ctx, variant)} language={language}>
        <PathPage
          {...await readPathPage(ctx, view)}
          topic={topic}
          professionalOpen={professionalOpen}
          ownList
        />
      </ExplainedWords>
    ),
    holdsUntil: holdsUntil(view),
  };
}

/** The professional's view as an open page, where the county has decided so. */
async function drawProfessional({ parts }: Site, visit: Visit): Promise<Drawn> {
  const { ctx, county, language, name } = visit;
  const path = found(await findPublishedPath(ctx, language, name));
  if (path.kind === 'moved') return { movedTo: professionalAddress(language, path.slug) };
  const { professionalOpen, visibility } = await getSettings(ctx, path.view.id);
  if (!professionalOpen) throw new AppError('not-found', 'not-found');
  const view = await getProfessionalView(ctx, path.view.id, language);
  const { slugs } = view.path;
  const written = county.languages.filter((one) => slugs[one] !== undefined);
  return {
    facts: {
      title: words(language)('site:professional.of', { path: view.path.title }),
      addresses: inEachLanguage(written, (one) => professionalAddress(one, slugs[one] ?? '')),
      section: 'paths',
      script: parts.assets.guideScript,
      ...(visibility !== 'public' && { hidden: true }),
    },
    content: (
      <PathPage
        {...await readPathPage(ctx, view.path)}
        professional={view}
        kept={await findKept(ctx, view, { internal: false })}
      />
    ),
    holdsUntil: holdsUntil(view.path),
  };
}

/** What the path page shows beside the path. */
export async function readPathPage(ctx: RouteContext, path: PathView): Promise<PathPageProps> {
  const nodes = await findStandingNodes(ctx, await listPathUnits(ctx, path.id));
  return {
    path,
    replies: await listPublishedReplies(ctx, { path: path.id }, path.language),
    // An answer is given to a unit: while none offers the path, its forms are closed and nothing leads there.
    codes: nodes.length > 0 ? await listPointCodes(ctx, { path: path.id }) : {},
    notes: await listPublicNotes(ctx, path.id, path.language),
    given: await findGiven(ctx, path),
    // A draft may say other things than those that were confirmed.
    confirmed: path.status === 'published' ? await listConfirmedDays(ctx, path.id) : {},
    units: nodes
      .map((node) => ({ slug: node.slug, name: inLanguage(node.name, path.language) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, path.language)),
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

function easyAddressesOf(
  { slugs, easy }: PathView,
  { languages }: County,
): Partial<Record<EasyVariant, string>> {
  return Object.fromEntries(
    easy.flatMap((variant) => {
      const slug = slugs[languageOf(variant)];
      return slug !== undefined && languages.includes(languageOf(variant))
        ? [[variant, pathAddress(variant, slug)]]
        : [];
    }),
  );
}
