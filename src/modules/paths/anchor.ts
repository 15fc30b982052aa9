import { sql } from 'kysely';
import { slugOf } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import type { ElementKind } from './element.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

const LONGEST = 60;

/**
 * A permanent anchor for a new element. One that was removed comes back to an element of the same kind and name, so
 * that its feedback finds it again; it is never given to one of another kind.
 */
export async function chooseAnchor(
  ctx: Ctx,
  path: string,
  kind: ElementKind,
  name: string,
): Promise<string> {
  const anchors = new FreeAnchors(
    await selectAnchors(ctx, path),
    await selectDraftAnchors(ctx, path),
  );
  return anchors.take(kind, name);
}

/** Every anchor that the path ever had, with its kind. */
export async function selectAnchors(
  ctx: Ctx,
  path: string,
): Promise<ReadonlyMap<string, ElementKind>> {
  const rows = await ctx.db
    .selectFrom('path_anchor')
    .select(['anchor', 'kind'])
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .execute();
  return new Map(rows.map(({ anchor, kind }) => [anchor, kind as ElementKind]));
}

/** Gives anchors to new elements of a draft. */
export class FreeAnchors {
  readonly #registered: ReadonlyMap<string, ElementKind>;
  readonly #inUse: Set<string>;
  /** With which number the search for a free one goes on. */
  readonly #next = new Map<string, number>();

  constructor(registered: ReadonlyMap<string, ElementKind>, inUse: Iterable<string>) {
    this.#registered = registered;
    this.#inUse = new Set(inUse);
  }

  /** The anchor for a new element of a kind and name; it is in use from now on. */
  take(kind: ElementKind, name: string): string {
    const wanted = slugOf(name)
      .slice(0, LONGEST)
      .replace(/(?<!-)-+$/, '');
    const key = `${kind} ${wanted}`;
    let number = this.#next.get(key) ?? 1;
    const anchorOf = (): string => (number === 1 ? wanted : `${wanted}-${number}`);
    while (!this.#isFree(kind, anchorOf())) number += 1;
    this.#next.set(key, number + 1);
    this.#inUse.add(anchorOf());
    return anchorOf();
  }

  #isFree(kind: ElementKind, anchor: string): boolean {
    return !this.#inUse.has(anchor) && (this.#registered.get(anchor) ?? kind) === kind;
  }
}

async function selectDraftAnchors(ctx: Ctx, path: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('path_element as e')
    .innerJoin('path_version as v', (join) =>
      join.onRef('v.county_id', '=', 'e.county_id').onRef('v.id', '=', 'e.version_id'),
    )
    .select('e.anchor')
    .where('v.county_id', '=', ctx.county)
    .where('v.path_id', '=', path)
    .where('v.status', '=', 'draft')
    .execute();
  return new Set(rows.map(({ anchor }) => anchor));
}

/** Marks as removed the anchors that neither the draft nor the published version holds: their tombstones. */
export async function settleAnchors(ctx: Ctx, path: string): Promise<void> {
  await sql`
    update path_anchor a set removed_at = ${ctx.now()}
    where a.county_id = ${ctx.county} and a.path_id = ${path} and a.removed_at is null
      and not exists (
        select 1 from path_element e join path_version v on v.county_id = e.county_id and v.id = e.version_id
        where e.county_id = a.county_id and e.path_id = a.path_id and e.anchor = a.anchor
          and v.status in ('draft', 'published'))`.execute(ctx.db);
}
