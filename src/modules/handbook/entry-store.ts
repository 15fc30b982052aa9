import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import { sourceOf, type Variant, VARIANTS } from '#platform/language.ts';
import type { Entry, EntryText } from './contract.ts';
import { DEFAULTS, type EntryKind, type Properties } from './entry.ts';
import type { HandbookTables } from './tables.ts';

type Ctx = Context<HandbookTables>;

interface EntryRow {
  id: string;
  code: string;
  kind: EntryKind;
  parent_id: string | null;
  properties: object;
  updated_at: Date;
  retired_at: Date | null;
  texts: TextRow[];
}

interface TextRow {
  field: string;
  variant: Variant;
  text: string;
  revision: number;
  source: number | null;
}

/** Reads entries with all their texts in one query: parents before children, siblings in their order. */
export async function listEntries(
  ctx: Ctx,
  only: { kinds?: readonly EntryKind[]; inUse?: true } = {},
): Promise<Entry[]> {
  const kinds = only.kinds ? sql`and e.kind = any(${only.kinds}::text[])` : sql``;
  const inUse = only.inUse ? sql`and e.retired_at is null` : sql``;
  const { rows } = await sql<EntryRow>`
    select e.id, e.code, e.kind, e.parent_id, e.properties, e.updated_at, e.retired_at, t.texts
    from handbook_entry e
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('field', t.field, 'variant', t.variant, 'text', t.text,
        'revision', t.revision, 'source', t.source_revision)), '[]') as texts
      from handbook_text t where t.county_id = e.county_id and t.entry_id = e.id) t
    where e.county_id = ${ctx.county} ${kinds} ${inUse}
    order by e.position, e.id`.execute(ctx.db);
  return inTreeOrder(rows.map(entryOf));
}

function entryOf(row: EntryRow): Entry {
  const texts: Record<string, Partial<Record<Variant, EntryText>>> = {};
  for (const each of row.texts) {
    const { field, variant, text, revision } = each;
    if (!VARIANTS.includes(variant)) continue;
    texts[field] = { ...texts[field], [variant]: { text, revision, stale: isStale(each, row) } };
  }
  return {
    id: row.id,
    code: row.code,
    parent: row.parent_id,
    retired: row.retired_at !== null,
    changedAt: row.updated_at.toISOString(),
    // Checked when they were written; a property that has been added since gets its first value.
    properties: { ...DEFAULTS[row.kind], ...row.properties } as Properties,
    texts,
  };
}

function isStale({ field, variant, source }: TextRow, { texts }: EntryRow): boolean {
  const from = sourceOf(variant);
  const original = texts.find((other) => other.field === field && other.variant === from);
  return original !== undefined && (source === null || source < original.revision);
}

/** An entry whose parent was not read stands as if it had none. */
function inTreeOrder(entries: readonly Entry[]): Entry[] {
  const below = Map.groupBy(entries, ({ parent }) => parent);
  const known = new Set(entries.map(({ id }) => id));
  const withAll = (entry: Entry): Entry[] => [
    entry,
    ...(below.get(entry.id) ?? []).flatMap(withAll),
  ];
  return entries.filter(({ parent }) => parent === null || !known.has(parent)).flatMap(withAll);
}

/** What an entry is, without its texts. */
export interface EntryHead {
  readonly id: string;
  readonly kind: EntryKind;
  readonly parent: string | null;
  readonly properties: Properties;
}

/** One entry, kept for this transaction, so that changes of it follow one another. @throws AppError `not-found`. */
export async function lockEntry(ctx: Ctx, id: string): Promise<EntryHead> {
  const row = await ctx.db
    .selectFrom('handbook_entry')
    .select(['kind', 'parent_id', 'properties'])
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const { kind: name, parent_id, properties } = found(row, 'entry-not-found');
  const kind = name as EntryKind;
  return {
    id,
    kind,
    parent: parent_id,
    properties: { ...DEFAULTS[kind], ...(properties as object) } as Properties,
  };
}

/** An entry to be written. */
export interface NewEntry {
  readonly id: string;
  readonly code: string;
  readonly parent: string | null;
  readonly position: number;
  readonly properties: Properties;
}

/** Writes new entries; parents come before what hangs on them. */
export async function insertEntries(ctx: Ctx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await ctx.db
    .insertInto('handbook_entry')
    .values(
      entries.map(({ id, code, parent, position, properties: { kind, ...properties } }) => ({
        county_id: ctx.county,
        id,
        kind,
        code,
        parent_id: parent,
        position,
        properties: JSON.stringify(properties),
        updated_at: ctx.now(),
        retired_at: null,
      })),
    )
    .execute();
}

/** Changes an entry's own row. */
export async function updateEntry(
  ctx: Ctx,
  id: string,
  { properties, retired }: { properties?: Properties; retired?: boolean },
): Promise<void> {
  const { kind: _, ...others } = properties ?? { kind: null };
  await ctx.db
    .updateTable('handbook_entry')
    .set({
      updated_at: ctx.now(),
      ...(properties && { properties: JSON.stringify(others) }),
      ...(retired !== undefined && { retired_at: retired ? ctx.now() : null }),
    })
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .execute();
}

/** Counts a text that is written; the new revision comes back. */
export async function bumpRevision(ctx: Ctx, id: string): Promise<number> {
  const row = await ctx.db
    .updateTable('handbook_entry')
    .set((query) => ({ revision: query('revision', '+', 1), updated_at: ctx.now() }))
    .where('county_id', '=', ctx.county)
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** The ids of one kind below a parent (or below none), in their order. */
export async function selectSiblings(
  ctx: Ctx,
  kind: EntryKind,
  parent: string | null,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('handbook_entry')
    .select('id')
    .where('county_id', '=', ctx.county)
    .where('kind', '=', kind)
    .where('parent_id', parent === null ? 'is' : '=', parent)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Puts the given siblings into the given order. */
export async function writeOrder(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await sql`
    update handbook_entry e set position = o.position
    from unnest(${ids}::uuid[]) with ordinality as o (id, position)
    where e.county_id = ${ctx.county} and e.id = o.id`.execute(ctx.db);
}

/** The codes of one kind. */
export async function selectCodes(ctx: Ctx, kind: EntryKind): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('handbook_entry')
    .select('code')
    .where('county_id', '=', ctx.county)
    .where('kind', '=', kind)
    .execute();
  return new Set(rows.map(({ code }) => code));
}

/** Whether there is anything in the handbook. */
export async function isEmpty(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('handbook_entry')
    .select('id')
    .where('county_id', '=', ctx.county)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}
