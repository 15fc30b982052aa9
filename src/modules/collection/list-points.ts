import { sql } from 'kysely';
import { findNodes, getCounty } from '#modules/organisation';
import { type DescribedPath, describeAnchors } from '#modules/paths';
import { listInUse, type SurveyVersion } from '#modules/surveys';
import { found } from '#platform/errors.ts';
import { type Language, type LocalText, words } from '#platform/i18n.ts';
import { dayOf } from '#platform/time.ts';
import type { FeedbackPoint, FeedbackPoints, Poster } from './contract.ts';
import type { CollectionContext } from './tables.ts';

// Read models: they read node, node_ancestor and path_unit of other modules as well.

interface Row {
  id: string;
  code: string;
  survey_id: string;
  node_id: string | null;
  path_id: string | null;
  anchor: string | null;
  channel: 'web' | 'qr';
  created_at: Date;
}

/** The open points of a node and all below it, not those of closed units that go on nowhere; those of the paths that they offer last; and where a new one may stand. */
export async function listFeedbackPoints(
  ctx: CollectionContext,
  node: string,
  publicUrl: string,
): Promise<FeedbackPoints> {
  const { rows } = await sql<Row>`
    with below as (select a.node_id from node_ancestor a where a.county_id = ${ctx.county} and a.ancestor_id = ${node})
    select p.id, p.code, p.survey_id, p.node_id, p.path_id, p.anchor, p.channel, p.created_at
    from feedback_point p
    where p.county_id = ${ctx.county} and p.closed_at is null and not exists (
      select from node n where n.county_id = p.county_id and n.id = p.node_id and n.closed_at is not null and n.successor_id is null
    ) and (
      p.node_id in (select b.node_id from below b)
      or (p.node_id is null and p.path_id in (
        select u.path_id from path_unit u join below b on b.node_id = u.node_id where u.county_id = ${ctx.county}))
    )
    order by (p.node_id is null), p.node_id, p.path_id, p.created_at, p.code`.execute(ctx.db);
  const offered = await listOfferedPaths(ctx, node);
  const paths = await describeAnchors(ctx, [
    ...new Set([...offered, ...rows.flatMap(({ path_id }) => path_id ?? [])]),
  ]);
  return {
    points: await present(ctx, inPathOrder(rows, paths), paths, publicUrl),
    places: offered.flatMap((path) => placesOf(path, paths.get(path))),
    surveys: (await listInUse(ctx)).map(surveyOf),
  };
}

/** The points of units first, then those of each path in the order of its phases. */
function inPathOrder(rows: readonly Row[], paths: ReadonlyMap<string, DescribedPath>): Row[] {
  const order = new Map(
    [...paths].flatMap(([path, { anchors }]) =>
      [...anchors.keys()].map((anchor, index) => [`${path} ${anchor}`, index] as const),
    ),
  );
  const placeInPath = ({ path_id, anchor }: Row): number => order.get(`${path_id} ${anchor}`) ?? 0;
  const shared = rows.filter(({ node_id }) => node_id === null);
  return [
    ...rows.filter(({ node_id }) => node_id !== null),
    ...shared.toSorted((one, other) => placeInPath(one) - placeInPath(other)),
  ];
}

async function listOfferedPaths(ctx: CollectionContext, node: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('path_unit')
    .select('path_id')
    .where('county_id', '=', ctx.county)
    .where('node_id', '=', node)
    .orderBy('path_id')
    .execute();
  return rows.map(({ path_id }) => path_id);
}

function placesOf(path: string, described: DescribedPath | undefined): FeedbackPoints['places'] {
  if (!described) return [];
  return [...described.anchors]
    .filter(([, { kind, removed }]) => (kind === 'path' || kind === 'phase') && !removed)
    .map(([anchor, { kind, title }]) => ({
      path,
      anchor,
      title: described.title,
      phase: kind === 'phase' ? title : null,
    }));
}

async function present(
  ctx: CollectionContext,
  rows: readonly Row[],
  paths: ReadonlyMap<string, DescribedPath>,
  publicUrl: string,
): Promise<FeedbackPoint[]> {
  const nodes = await findNodes(ctx, [...new Set(rows.flatMap(({ node_id }) => node_id ?? []))]);
  const surveys = new Map(
    (await listInUse(ctx)).map((version) => [version.survey, surveyOf(version)]),
  );
  const names = new Map(nodes.map(({ id, name }) => [id, name as LocalText]));
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    address: `${publicUrl}/p/${row.code}`,
    channel: row.channel,
    unit: row.node_id === null ? null : { id: row.node_id, name: names.get(row.node_id) ?? {} },
    path:
      row.path_id === null || row.anchor === null
        ? null
        : placeOf(row.path_id, row.anchor, paths.get(row.path_id)),
    survey: surveys.get(row.survey_id) ?? { id: row.survey_id, name: {} },
    created: dayOf(row.created_at),
  }));
}

const surveyOf = ({ survey, texts }: SurveyVersion): FeedbackPoint['survey'] => ({
  id: survey,
  name: texts.name,
});

function placeOf(
  id: string,
  anchor: string,
  path: DescribedPath | undefined,
): FeedbackPoint['path'] {
  const phase = path?.anchors.get(anchor)?.phase;
  return {
    id,
    anchor,
    title: path?.title ?? {},
    phase: (phase && path?.anchors.get(phase)?.title) || null,
  };
}

/** What a point's poster shows. All of it is public. @throws AppError `not-found`. */
export async function getPoster(
  ctx: CollectionContext,
  point: string,
  publicUrl: string,
): Promise<Poster> {
  const rows = await ctx.db
    .selectFrom('feedback_point')
    .select(['id', 'code', 'survey_id', 'node_id', 'path_id', 'anchor', 'channel', 'created_at'])
    .where('county_id', '=', ctx.county)
    .where('id', '=', point)
    .where('closed_at', 'is', null)
    .execute();
  const paths = await describeAnchors(
    ctx,
    rows.flatMap(({ path_id }) => path_id ?? []),
  );
  const [view] = await present(ctx, rows as Row[], paths, publicUrl);
  const { name, languages } = await getCounty(ctx);
  return { county: name, words: languages.map(posterWords), point: found(view, 'point-not-found') };
}

function posterWords(language: Language): Poster['words'][number] {
  const t = words(language);
  return {
    language,
    tell: t('collection:posterPage.tell'),
    how: t('collection:posterPage.how'),
    promise: t('collection:posterPage.promise'),
    emergency: t('collection:posterPage.emergency'),
  };
}
