import { sql } from 'kysely';
import { type DescribedPath, describeAnchors, listPublishedPaths } from '#modules/paths';
import { inLanguage, type Language, type LocalText } from '#platform/i18n.ts';
import { dayOf } from '#platform/time.ts';
import type { DevelopmentContext } from './development-context.ts';

/** A published reply as the public reads it (Kerroit – teimme). */
export interface ReplyView {
  readonly id: string;
  readonly youSaid: string;
  readonly weDid: string;
  /** The language of the texts; Finnish where the wanted one is missing. */
  readonly language: Language;
  readonly publishedOn: string;
  readonly node: { readonly name: string; readonly slug: string };
  /** Where on a path it stands; `phase` is the anchor of the phase that holds `anchor`. */
  readonly path: {
    readonly title: string;
    readonly slug: string;
    readonly anchor: string;
    readonly phase: string | null;
    readonly phaseTitle: string;
  } | null;
}

/** The published replies, newest first: all of them, those on one path, or those of a node and all that is below it. */
export async function listPublishedReplies(
  ctx: DevelopmentContext,
  which: { readonly path?: string; readonly node?: string },
  language: Language,
): Promise<ReplyView[]> {
  const rows = await selectReplies(ctx, which);
  const paths = await findPublicPaths(ctx, rows, language);
  return rows.map((row) => {
    const shown = row.texts[language] ? language : 'fi';
    return {
      id: row.id,
      youSaid: row.texts[shown]?.youSaid ?? '',
      weDid: row.texts[shown]?.weDid ?? '',
      language: shown,
      publishedOn: dayOf(row.published_at),
      node: { name: inLanguage(row.node_name ?? {}, language), slug: row.node_slug },
      path: placeOn(
        row.path_id === null ? undefined : paths.get(row.path_id),
        row.anchor,
        language,
      ),
    };
  });
}

/** The paths of the replies that have a public page: a draft's title must not come out through a reply. */
async function findPublicPaths(
  ctx: DevelopmentContext,
  rows: readonly ReplyRow[],
  language: Language,
): Promise<Map<string, DescribedPath>> {
  const told = new Set(rows.flatMap(({ path_id }) => path_id ?? []));
  if (told.size === 0) return new Map();
  const published = await listPublishedPaths(ctx, language);
  return describeAnchors(
    ctx,
    published.flatMap(({ id }) => (told.has(id) ? id : [])),
  );
}

interface ReplyRow {
  id: string;
  node_name: LocalText | null;
  node_slug: string;
  path_id: string | null;
  anchor: string | null;
  published_at: Date;
  texts: Partial<Record<Language, { youSaid: string; weDid: string }>>;
}

async function selectReplies(
  ctx: DevelopmentContext,
  { path, node }: { path?: string; node?: string },
): Promise<ReplyRow[]> {
  const onPath = path === undefined ? sql`` : sql`and r.path_id = ${path}`;
  const below =
    node === undefined
      ? sql``
      : sql`and exists (select 1 from node_ancestor a where a.county_id = r.county_id and a.node_id = r.node_id and a.ancestor_id = ${node})`;
  const { rows } = await sql<ReplyRow>`
    select r.id, n.slug as node_slug, r.path_id, r.anchor, r.published_at,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = r.county_id and m.node_id = r.node_id) as node_name,
      (select jsonb_object_agg(t.language, jsonb_build_object('youSaid', t.you_said, 'weDid', t.we_did))
        from public_reply_text t where t.county_id = r.county_id and t.reply_id = r.id) as texts
    from public_reply r
    join node n on n.county_id = r.county_id and n.id = r.node_id
    where r.county_id = ${ctx.county} and r.status = 'published' ${onPath} ${below}
    order by r.published_at desc, r.id
    limit 500`.execute(ctx.db);
  return rows;
}

/** Where the reply stands. A path without an address in this language is not shown in it, so nothing leads there. */
function placeOn(
  path: DescribedPath | undefined,
  anchor: string | null,
  language: Language,
): ReplyView['path'] {
  const slug = path?.slugs[language];
  if (!path || !slug || anchor === null) return null;
  const phase = path.anchors.get(anchor)?.phase ?? null;
  const phaseTitle = inLanguage(
    (phase === null ? undefined : path.anchors.get(phase)?.title) ?? {},
    language,
  );
  return { title: inLanguage(path.title, language), slug, anchor, phase, phaseTitle };
}
