import { findPointOfThoseOutside } from '#modules/collection';
import { getRoot, listNodes } from '#modules/organisation';
import { getPublicFigures } from '#modules/reports';
import { inLanguage, type Language, words } from '#platform/i18n.ts';
import { inEachLanguage, pageAddress } from '#site/addresses.ts';
import { mountPage, type Site } from '#site/mount-page.ts';
import { type Area, ResultsPage } from './results-page.tsx';

type Nodes = Awaited<ReturnType<typeof listNodes>>;

/** The county's figures and the way to each unit. */
export function mountResults(site: Site): void {
  mountPage(site, 'results', {}, async ({ ctx, county, language }) => {
    const t = words(language);
    const figures = await getPublicFigures(ctx, (await getRoot(ctx)).id);
    return {
      facts: {
        title: t('site:results.title'),
        description: t('site:results.lead'),
        addresses: inEachLanguage(county.languages, (each) => pageAddress('results', each)),
        section: 'results',
      },
      content: (
        <ResultsPage
          figures={figures}
          outside={await findPointOfThoseOutside(ctx)}
          areas={areasOf(await listNodes(ctx), language)}
          language={language}
        />
      ),
    };
  });
}

/** The open units under the node right above them; parents come before children in the tree. */
function areasOf(nodes: Nodes, language: Language): Area[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nameOf = (id: string | null): string =>
    inLanguage(byId.get(id ?? '')?.name ?? {}, language);
  const units = nodes.filter(({ kind, closed }) => kind === 'unit' && !closed);
  return [...Map.groupBy(units, ({ parent }) => parent ?? '')].map(([id, below]) => ({
    id,
    name: nameOf(id),
    domain: nameOf(byId.get(id)?.parent ?? null),
    units: below.map((unit) => ({ slug: unit.slug, name: inLanguage(unit.name, language) })),
  }));
}
