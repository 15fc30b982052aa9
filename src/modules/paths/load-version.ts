import { sql } from 'kysely';
import { type Channel, findChannels } from '#modules/channels';
import type { Context } from '#platform/context.ts';
import { type Language, languageOf, type Variant } from '#platform/language.ts';
import { dayOf } from '#platform/time.ts';
import type { DraftElement } from './contract.ts';
import { selectContent } from './element-store.ts';
import type { ViewHead } from './path-view.ts';
import type { PathWorld } from './tables.ts';
import type { Version } from './version-store.ts';

/** All that a view of a path is made of. */
export interface LoadedVersion {
  readonly head: ViewHead;
  readonly elements: readonly DraftElement[];
  readonly channels: ReadonlyMap<string, Channel>;
}

interface HeadRow {
  version: string;
  number: number;
  status: Version['status'];
  clinical: boolean;
  published_at: Date | null;
  change_note: Partial<Record<Language, string>>;
  review_due: string | null;
  slugs: Partial<Record<Language, string>> | null;
  removed: string[];
}

/**
 * The version of a path that is in one of the given states (a draft before what is published), or the one of a number
 * among them; with the texts that a reader of the variant may meet.
 */
export async function loadVersion(
  ctx: Context<PathWorld>,
  path: string,
  variant: Variant,
  statuses: readonly Version['status'][],
  number?: number,
): Promise<LoadedVersion | undefined> {
  const only = number === undefined ? sql`` : sql`and v.number = ${number}`;
  const { rows } = await sql<HeadRow>`
    select v.id as version, v.number, v.status, p.clinical, v.published_at, v.change_note, v.review_due,
      (select jsonb_object_agg(s.language, s.slug) from path_slug s
        where s.county_id = p.county_id and s.path_id = p.id and s.current) as slugs,
      array(select a.anchor from path_anchor a
        where a.county_id = p.county_id and a.path_id = p.id and a.kind in ('phase', 'step')
          and exists (select from path_element e join path_version o on o.county_id = e.county_id and o.id = e.version_id
            where e.county_id = a.county_id and e.path_id = a.path_id and e.anchor = a.anchor and o.status = 'superseded')
          and not exists (select from path_element e
            where e.county_id = a.county_id and e.version_id = v.id and e.anchor = a.anchor)
        order by a.anchor) as removed
    from service_path p
    join path_version v on v.county_id = p.county_id and v.path_id = p.id and v.state = 'current'
    where p.county_id = ${ctx.county} and p.id = ${path} and v.status = any(${statuses}::text[]) ${only}
    order by v.status limit 1`.execute(ctx.db);
  const head = rows[0];
  if (!head) return undefined;
  const variants = [...new Set<Variant>([variant, languageOf(variant), 'fi'])];
  const elements = await selectContent(ctx, head.version, variants);
  const channels = await findChannels(
    ctx,
    elements.flatMap(({ channel }) => channel ?? []),
  );
  return {
    head: {
      id: path,
      slugs: head.slugs ?? {},
      versionNumber: head.number,
      status: head.status === 'draft' ? 'draft' : 'published',
      publishedOn: head.published_at && dayOf(head.published_at),
      reviewDue: head.review_due,
      removed: head.removed,
      clinical: head.clinical,
      variant,
    },
    elements,
    channels,
  };
}
