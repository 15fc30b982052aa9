import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import type { Relation, RelationForm } from './contract.ts';
import { type EntryHead, lockEntry } from './entry-store.ts';
import { type RelationKind, RELATIONS } from './entry.ts';
import { handbookChanged } from './handbook-events.ts';
import type { HandbookTables } from './tables.ts';

type Ctx = Context<HandbookTables>;

const refuse = (pointer: string): AppError =>
  new AppError('invalid', 'input-invalid', { faults: [{ pointer, code: 'not-an-option' }] });

/** All relations of the handbook. */
export async function selectRelations(ctx: Ctx): Promise<Relation[]> {
  const rows = await ctx.db
    .selectFrom('handbook_relation')
    .select(['kind', 'from_id', 'to_id'])
    .where('county_id', '=', ctx.county)
    .orderBy('from_id')
    .orderBy('to_id')
    .execute();
  return rows.map(({ kind, from_id, to_id }) => ({
    kind: kind as RelationKind,
    from: from_id,
    to: to_id,
  }));
}

/**
 * Says that two entries belong together, or that they do not. Phases are joined within their scheme, segments between
 * schemes, and promises with segments; the same again changes nothing.
 */
export async function joinEntries(ctx: Ctx, { joined, ...form }: RelationForm): Promise<void> {
  // In one order, so that two who join the same entries do not wait for each other.
  const heads = new Map<string, EntryHead>();
  for (const id of [form.from, form.to].toSorted()) heads.set(id, await lockEntry(ctx, id));
  const relation = checkEnds(form.kind, heads.get(form.from)!, heads.get(form.to)!);
  await (joined ? insertRelations(ctx, [relation]) : deleteRelation(ctx, relation));
  await ctx.emit(handbookChanged({}));
}

function checkEnds(kind: RelationKind, from: EntryHead, to: EntryHead): Relation {
  const [first, second] = RELATIONS[kind];
  if (from.kind !== first) throw refuse('/from');
  if (to.kind !== second || from.id === to.id) throw refuse('/to');
  if (kind === 'phase' && from.parent !== to.parent) throw refuse('/to');
  if (kind === 'segment' && from.parent === to.parent) throw refuse('/to');
  // Segments lie in both directions alike; one row is enough.
  const turned = kind === 'segment' && from.id > to.id;
  return turned ? { kind, from: to.id, to: from.id } : { kind, from: from.id, to: to.id };
}

/** Writes relations; those that are there stay. */
export async function insertRelations(ctx: Ctx, relations: readonly Relation[]): Promise<void> {
  if (relations.length === 0) return;
  await ctx.db
    .insertInto('handbook_relation')
    .values(
      relations.map(({ kind, from, to }) => ({
        county_id: ctx.county,
        kind,
        from_id: from,
        to_id: to,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const deleteRelation = async (ctx: Ctx, { kind, from, to }: Relation): Promise<void> =>
  void (await sql`
    delete from handbook_relation
    where county_id = ${ctx.county} and kind = ${kind} and from_id = ${from} and to_id = ${to}`.execute(
    ctx.db,
  ));
