import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { parse, text } from '#platform/http/parse.ts';
import { isLanguage, sourceOf } from '#platform/language.ts';
import type { TextForm, TextOutcome } from './contract.ts';
import { ensureDraft } from './edit-draft.ts';
import { getElement } from './element-store.ts';
import { ROOT_ANCHOR } from './element.ts';
import { findField } from './element-fields.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import { ensureSlug } from './path-address.ts';
import type { PathTables } from './tables.ts';
import { deleteText, findText, type TextPlace, upsertTexts } from './text-store.ts';
import { bumpRevision } from './version-store.ts';

type Ctx = Context<PathTables>;

/**
 * Writes one text of the draft, unless somebody wrote it after the writer had read it: then nothing is overwritten
 * and theirs comes back. An empty text takes it away. The same again changes nothing.
 */
export async function writeText(ctx: Ctx, form: TextForm & { path: string }): Promise<TextOutcome> {
  const draft = await ensureDraft(ctx, form.path);
  const wanted = await checkText(ctx, draft.id, form);
  const stored = await findText(ctx, draft.id, form);
  if ((stored?.text ?? '') === wanted) return written(stored?.revision ?? null, draft.updated_at);
  if ((stored?.revision ?? null) !== form.expectedRevision) {
    return {
      kind: 'clash',
      current: { text: stored?.text ?? '', revision: stored?.revision ?? null },
    };
  }
  const revision = await bumpRevision(ctx, draft.id);
  if (wanted === '') {
    await deleteText(ctx, draft.id, form);
    return written(null, ctx.now());
  }
  await upsertTexts(ctx, draft.id, [
    { ...placeOf(form), text: wanted, revision, source: await sourceRevision(ctx, draft.id, form) },
  ]);
  if (form.anchor === ROOT_ANCHOR && form.field === 'title' && isLanguage(form.language))
    await ensureSlug(ctx, form.path, form.language, wanted);
  return written(revision, ctx.now());
}

const written = (revision: number | null, at: Date): TextOutcome => ({
  kind: 'written',
  revision,
  changedAt: at.toISOString(),
});

const placeOf = ({ anchor, field, language }: TextPlace): TextPlace => ({
  anchor,
  field,
  language,
});

async function checkText(ctx: Ctx, version: string, form: TextForm): Promise<string> {
  const { kind } = await getElement(ctx, version, form.anchor);
  const field = findField(kind, form.field);
  if (!field)
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/field', code: 'not-an-option' }],
    });
  const wanted = parse(text(field.maximum), form.text.replaceAll('\r\n', '\n'), '/text');
  refuseIdentityCode(wanted, '/text');
  return wanted;
}

async function sourceRevision(ctx: Ctx, version: string, place: TextPlace): Promise<number | null> {
  const language = sourceOf(place.language);
  if (language === null) return null;
  return (await findText(ctx, version, { ...placeOf(place), language }))?.revision ?? null;
}

/** Confirms that a translation says what its changed Finnish original says; the text stays as it is. */
export async function confirmText(ctx: Ctx, form: TextPlace & { path: string }): Promise<void> {
  const draft = await ensureDraft(ctx, form.path);
  const stored = await findText(ctx, draft.id, form);
  if (!stored) throw new AppError('not-found', 'text-not-found');
  await bumpRevision(ctx, draft.id);
  await upsertTexts(ctx, draft.id, [
    { ...placeOf(form), ...stored, source: await sourceRevision(ctx, draft.id, form) },
  ]);
}
