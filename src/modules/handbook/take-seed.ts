import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { type Variant, VARIANTS } from '#platform/language.ts';
import type { Relation } from './contract.ts';
import { codeFor } from './entry-code.ts';
import { insertEntries, isEmpty, type NewEntry } from './entry-store.ts';
import type { RelationKind } from './entry.ts';
import { handbookChanged } from './handbook-events.ts';
import { insertRelations } from './relations.ts';
import { AIMS, FOCUS_AREAS } from './seed-aims.ts';
import { CUSTOMERSHIPS } from './seed-customerships.ts';
import { PHASES } from './seed-phases.ts';
import { CORNERSTONES, PROMISES } from './seed-promises.ts';
import { NEEDS } from './seed-segments.ts';
import { WORDS_OF_ACCESS } from './seed-words-access.ts';
import { WORDS_OF_CARE } from './seed-words-care.ts';
import type { SeedEntry, SeedText } from './seed.ts';
import type { HandbookTables } from './tables.ts';
import { type NewText, upsertTexts } from './text-store.ts';

type Ctx = Context<HandbookTables>;

const SEED: readonly SeedEntry[] = [
  ...PHASES,
  NEEDS,
  CUSTOMERSHIPS,
  ...PROMISES,
  ...CORNERSTONES,
  ...AIMS,
  ...FOCUS_AREAS,
  ...WORDS_OF_ACCESS,
  ...WORDS_OF_CARE,
];

interface Placed {
  readonly seed: SeedEntry;
  readonly row: NewEntry;
}

/**
 * Fills an empty handbook with texts to begin from; how many entries were made comes back. Its promises are not public
 * until the county says so.
 *
 * @throws AppError `conflict` when there is something in the handbook already.
 */
export async function takeSeed(ctx: Ctx): Promise<number> {
  // Two who press the button at the same time fill it once.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`handbook ${ctx.county}`}, 0))`.execute(
    ctx.db,
  );
  if (!(await isEmpty(ctx))) throw new AppError('conflict', 'handbook-not-empty');
  const placed = place(SEED, null);
  await insertEntries(
    ctx,
    placed.map(({ row }) => row),
  );
  await upsertTexts(ctx, placed.flatMap(textsOf));
  await insertRelations(ctx, relationsOf(placed));
  await ctx.emit(handbookChanged({}));
  return placed.length;
}

const place = (entries: readonly SeedEntry[], parent: string | null): Placed[] =>
  entries.flatMap((seed, index) => {
    const id = newId();
    const code = seed.code ?? codeFor(seed.texts['name']!.fi, new Set());
    const row = { id, code, parent, position: index + 1, properties: seed.properties };
    return [{ seed, row }, ...place(seed.below ?? [], id)];
  });

const textsOf = ({ seed, row }: Placed): NewText[] =>
  Object.entries(seed.texts).flatMap(([field, said]) =>
    VARIANTS.flatMap((variant) => textOf(row.id, field, variant, said)),
  );

function textOf(entry: string, field: string, variant: Variant, said: SeedText): NewText[] {
  const text = said[variant];
  if (!text) return [];
  return [{ entry, field, variant, text, revision: 1, source: variant === 'fi' ? null : 1 }];
}

const JOINED_BY: Readonly<Partial<Record<string, RelationKind>>> = {
  'customer-phase': 'phase',
  segment: 'segment',
  promise: 'promise',
};

function relationsOf(placed: readonly Placed[]): Relation[] {
  const ids = new Map(placed.map(({ row }) => [row.code, row.id]));
  return placed.flatMap(({ seed, row }) => {
    const kind = JOINED_BY[row.properties.kind];
    if (!kind) return [];
    return (seed.joins ?? []).map((code) => joined(kind, row.id, ids.get(code)!));
  });
}

/** As `joinEntries` writes them: segments lie in both directions alike. */
const joined = (kind: RelationKind, from: string, to: string): Relation =>
  kind === 'segment' && from > to ? { kind, from: to, to: from } : { kind, from, to };
