import type { Context } from '#platform/context.ts';
import type { Variant } from '#platform/language.ts';
import type { PathTables } from './tables.ts';

type Ctx = Context<PathTables>;

/** Where a text is within a version. */
export interface TextPlace {
  readonly anchor: string;
  readonly field: string;
  readonly language: Variant;
}

/** A stored text. */
export interface StoredText {
  readonly text: string;
  readonly revision: number;
}

/** The text at a place, if somebody wrote one. */
export async function findText(
  ctx: Ctx,
  version: string,
  place: TextPlace,
): Promise<StoredText | undefined> {
  return ctx.db
    .selectFrom('path_text')
    .select(['text', 'revision'])
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version)
    .where('anchor', '=', place.anchor)
    .where('field', '=', place.field)
    .where('variant', '=', place.language)
    .executeTakeFirst();
}

/** A text to be written into a draft. */
export interface NewText extends TextPlace, StoredText {
  /** The revision of the text that a translation was made from. */
  readonly source: number | null;
}

/** Writes texts into a draft, over what was there. */
export async function upsertTexts(
  ctx: Ctx,
  version: string,
  texts: readonly NewText[],
): Promise<void> {
  if (texts.length === 0) return;
  await ctx.db
    .insertInto('path_text')
    .values(
      texts.map(({ anchor, field, language, text, revision, source }) => ({
        county_id: ctx.county,
        version_id: version,
        anchor,
        field,
        variant: language,
        text,
        revision,
        source_revision: source,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'version_id', 'anchor', 'field', 'variant'])
        .doUpdateSet((query) => ({
          text: query.ref('excluded.text'),
          revision: query.ref('excluded.revision'),
          source_revision: query.ref('excluded.source_revision'),
        })),
    )
    .execute();
}

/** Takes a text away from a draft. */
export async function deleteText(ctx: Ctx, version: string, place: TextPlace): Promise<void> {
  await ctx.db
    .deleteFrom('path_text')
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version)
    .where('anchor', '=', place.anchor)
    .where('field', '=', place.field)
    .where('variant', '=', place.language)
    .execute();
}
