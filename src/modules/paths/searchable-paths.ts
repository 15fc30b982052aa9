import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { type Language, LANGUAGES } from '#platform/i18n.ts';
import { ROOT_ANCHOR } from './element.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

/** Which version of a path is public, and where. */
export interface PublishedHead {
  readonly id: string;
  readonly version: string;
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
}

/** Every public path of the county, without its words. */
export async function listPublishedHeads(ctx: Ctx): Promise<PublishedHead[]> {
  const { rows } = await sql<PublishedHead>`
    select v.path_id as id, v.id as version,
      coalesce((select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = v.county_id and s.path_id = v.path_id and s.current), '{}') as slugs
    from path_version v
    join service_path p on p.county_id = v.county_id and p.id = v.path_id and p.visibility = 'public'
    where v.county_id = ${ctx.county} and v.state = 'current' and v.status = 'published'`.execute(
    ctx.db,
  );
  return rows;
}

/** What search looks at of a path in one language, and what it shows of it. */
export interface SearchablePath {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly topic: string;
  /** What people call it, as the editors know. */
  readonly words: string;
  readonly phases: readonly SearchablePhase[];
  /** The words of its easy-language variant. */
  readonly easy: string;
}

interface SearchablePhase {
  readonly anchor: string;
  readonly title: string;
  readonly steps: readonly string[];
}

interface TextRow {
  version_id: string;
  anchor: string;
  parent_anchor: string | null;
  kind: 'path' | 'phase' | 'step';
  field: string;
  said: Partial<Record<string, string>>;
}

/** The words of some published versions in every language; they never change, so nobody has to read them twice. */
export async function readSearchable(
  ctx: Ctx,
  heads: readonly PublishedHead[],
): Promise<(readonly [Language, SearchablePath])[]> {
  const { rows } = await sql<TextRow>`
    select e.version_id, e.anchor, e.parent_anchor, e.kind, t.field, jsonb_object_agg(t.variant, t.text) as said
    from path_element e
    join path_text t on t.county_id = e.county_id and t.version_id = e.version_id and t.anchor = e.anchor
    where e.county_id = ${ctx.county} and e.version_id = any(${heads.map(({ version }) => version)}::uuid[])
      and (e.kind = 'path' or (e.kind in ('phase', 'step') and t.field = 'title'))
    group by e.version_id, e.anchor, e.parent_anchor, e.kind, e.position, t.field
    order by e.version_id, e.position`.execute(ctx.db);
  const byVersion = Map.groupBy(rows, ({ version_id }) => version_id);
  return heads.flatMap((head) =>
    LANGUAGES.flatMap((language) => {
      const slug = head.slugs[language];
      if (slug === undefined) return [];
      return [[language, searchable(head.id, slug, language, byVersion.get(head.version) ?? [])]];
    }),
  );
}

function searchable(
  id: string,
  slug: string,
  language: Language,
  rows: readonly TextRow[],
): SearchablePath {
  const textOf = ({ said }: TextRow): string => said[language] ?? said['fi'] ?? '';
  const ofRoot = (field: string): string => {
    const row = rows.find((one) => one.anchor === ROOT_ANCHOR && one.field === field);
    return row ? textOf(row) : '';
  };
  return {
    id,
    slug,
    title: ofRoot('title'),
    description: ofRoot('description'),
    topic: ofRoot('topic'),
    words: ofRoot('searchWords'),
    phases: rows
      .filter(({ kind }) => kind === 'phase')
      .map((phase) => ({
        anchor: phase.anchor,
        title: textOf(phase),
        steps: rows
          .filter(({ kind, parent_anchor }) => kind === 'step' && parent_anchor === phase.anchor)
          .map(textOf),
      })),
    easy: rows
      .filter(({ field }) => EASY.has(field))
      .map(({ said }) => said[`${language}-simple`] ?? '')
      .join(' '),
  };
}

const EASY = new Set(['title', 'description', 'searchWords']);
