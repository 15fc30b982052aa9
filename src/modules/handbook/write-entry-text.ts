import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { parse, text } from '#platform/http/parse.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import { isEasy, sourceOf } from '#platform/language.ts';
import type { EntryTextForm, EntryTextOutcome } from './contract.ts';
import { bumpRevision, lockEntry } from './entry-store.ts';
import { FIELDS, findField } from './entry.ts';
import { handbookChanged } from './handbook-events.ts';
import type { HandbookTables } from './tables.ts';
import { deleteText, findText, type TextPlace, upsertTexts } from './text-store.ts';

type Ctx = Context<HandbookTables>;

const refuse = (pointer: string, code: string): AppError =>
  new AppError('invalid', 'input-invalid', { faults: [{ pointer, code }] });

/**
 * Writes one text of an entry, unless somebody wrote it after the writer had read it: then nothing is overwritten and
 * theirs comes back. An empty text takes it away, but never the Finnish name. The same again changes nothing.
 */
export async function writeEntryText(
  ctx: Ctx,
  entry: string,
  form: EntryTextForm,
): Promise<EntryTextOutcome> {
  const place: TextPlace = { entry, field: form.field, variant: form.variant };
  const wanted = await checkText(ctx, place, form.text);
  const stored = await findText(ctx, place);
  if ((stored?.text ?? '') === wanted) return written(stored?.revision ?? null, ctx.now());
  if ((stored?.revision ?? null) !== form.expectedRevision) {
    return {
      kind: 'clash',
      current: { text: stored?.text ?? '', revision: stored?.revision ?? null },
    };
  }
  const revision = await bumpRevision(ctx, entry);
  await ctx.emit(handbookChanged({}));
  if (wanted === '') {
    await deleteText(ctx, place);
    return written(null, ctx.now());
  }
  await upsertTexts(ctx, [
    { ...place, text: wanted, revision, source: await sourceRevision(ctx, place) },
  ]);
  return written(revision, ctx.now());
}

const written = (revision: number | null, at: Date): EntryTextOutcome => ({
  kind: 'written',
  revision,
  changedAt: at.toISOString(),
});

async function checkText(ctx: Ctx, place: TextPlace, given: string): Promise<string> {
  const { kind } = await lockEntry(ctx, place.entry);
  const field = findField(kind, place.field);
  if (!field) throw refuse('/field', 'not-an-option');
  if (isEasy(place.variant) && !field.easy) throw refuse('/variant', 'not-an-option');
  const wanted = parse(text(field.maximum), given.replaceAll('\r\n', '\n'), '/text');
  refuseIdentityCode(wanted, '/text');
  if (wanted === '' && place.variant === 'fi' && field === FIELDS[kind][0])
    throw refuse('/text', 'missing');
  return wanted;
}

async function sourceRevision(ctx: Ctx, place: TextPlace): Promise<number | null> {
  const variant = sourceOf(place.variant);
  return variant && ((await findText(ctx, { ...place, variant }))?.revision ?? null);
}

/** Confirms that a text says what its changed original says; it stays as it is. */
export async function confirmEntryText(ctx: Ctx, place: TextPlace): Promise<void> {
  await lockEntry(ctx, place.entry);
  const stored = await findText(ctx, place);
  if (!stored) throw new AppError('not-found', 'text-not-found');
  await upsertTexts(ctx, [{ ...place, ...stored, source: await sourceRevision(ctx, place) }]);
  await ctx.emit(handbookChanged({}));
}
