import type { Context } from '#platform/context.ts';
import type { Variant } from '#platform/language.ts';
import type { HandbookTables } from './tables.ts';

type Ctx = Context<HandbookTables>;

/** Where a text is. */
export interface TextPlace {
  readonly entry: string;
  readonly field: string;
  readonly variant: Variant;
}

/** A stored text. */
export interface StoredText {
  readonly text: string;
  readonly revision: number;
}

/** The text at a place, if somebody wrote one. */
export async function findText(ctx: Ctx, place: TextPlace): Promise<StoredText | undefined> {
  return ctx.db
    .selectFrom('handbook_text')
    .select(['text', 'revision'])
    .where('county_id', '=', ctx.county)
    .where('entry_id', '=', place.entry)
    .where('field', '=', place.field)
    .where('variant', '=', place.variant)
    .executeTakeFirst();
}

/** A text to be written. */
export interface NewText extends TextPlace, StoredText {
  /** The revision of the text that it was made from. */
  readonly source: number | null;
}

/** Writes texts over what was there. */
export async function upsertTexts(ctx: Ctx, texts: readonly NewText[]): Promise<void> {
  if (texts.length === 0) return;
  await ctx.db
    .insertInto('handbook_text')
    .values(
      texts.map(({ entry, field, variant, text, revision, source }) => ({
        county_id: ctx.county,
        entry_id: entry,
        field,
        variant,
        text,
        revision,
        source_revision: source,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'entry_id', 'field', 'variant']).doUpdateSet((query) => ({
        text: query.ref('excluded.text'),
        revision: query.ref('excluded.revision'),
        source_revision: query.ref('excluded.source_revision'),
      })),
    )
    .execute();
}

/** Takes a text away. */
export async function deleteText(ctx: Ctx, place: TextPlace): Promise<void> {
  await ctx.db
    .deleteFrom('handbook_text')
    .where('county_id', '=', ctx.county)
    .where('entry_id', '=', place.entry)
    .where('field', '=', place.field)
    .where('variant', '=', place.variant)
    .execute();
}
