import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { parse } from '#platform/http/parse.ts';
import { requireEachUnchanged } from '#platform/unchanged.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import { EntryForm } from './contract.ts';
import { codeFor } from './entry-code.ts';
import {
  insertEntries,
  lockEntry,
  selectCodes,
  selectSiblings,
  updateEntry,
  writeOrder,
} from './entry-store.ts';
import { BELOW, DEFAULTS, type EntryKind, FIELDS, Properties, standsAlone } from './entry.ts';
import { handbookChanged } from './handbook-events.ts';
import type { HandbookTables } from './tables.ts';
import { upsertTexts } from './text-store.ts';

type Ctx = Context<HandbookTables>;

const refuse = (pointer: string, code: string, params?: { limit: number }): AppError =>
  new AppError('invalid', 'input-invalid', {
    faults: [{ pointer, code, ...(params && { params }) }],
  });

/** Adds an entry as the last of its kind, with its Finnish name; its id comes back. */
export async function addEntry(ctx: Ctx, given: EntryForm): Promise<string> {
  const { kind, parent, name } = parse(EntryForm, given);
  await checkPlace(ctx, kind, parent);
  const [naming] = FIELDS[kind];
  if (name.length > naming!.maximum)
    throw refuse('/name', 'too-big-text', { limit: naming!.maximum });
  refuseIdentityCode(name, '/name');
  const id = newId();
  const code = codeFor(name, await selectCodes(ctx, kind));
  const before = await selectSiblings(ctx, kind, parent);
  await insertEntries(ctx, [
    { id, code, parent, position: before.length + 1, properties: DEFAULTS[kind] },
  ]);
  await writeOrder(ctx, [...before, id]);
  await upsertTexts(ctx, [
    { entry: id, field: naming!.name, variant: 'fi', text: name, revision: 1, source: null },
  ]);
  await ctx.emit(handbookChanged({}));
  return id;
}

async function checkPlace(ctx: Ctx, kind: EntryKind, parent: string | null): Promise<void> {
  if (standsAlone(kind)) {
    if (parent !== null) throw refuse('/parent', 'not-below-that');
    return;
  }
  if (parent === null) throw refuse('/parent', 'missing');
  const above = await lockEntry(ctx, parent);
  if (!BELOW[above.kind]?.includes(kind)) throw refuse('/kind', 'not-below-that');
}

/**
 * Sets those of an entry's properties that are named, of its kind and no others. With `before`, what the writer had before
 * them of these, nobody's words are lost. @throws AppError `invalid`, and `conflict` when somebody else set one meanwhile.
 */
export async function setEntryProperties(
  ctx: Ctx,
  id: string,
  given: object,
  before?: object,
): Promise<void> {
  const { kind, properties: stored } = await lockEntry(ctx, id);
  const properties = parse(Properties, { ...stored, ...given, kind });
  if (before) {
    const wanted = Object.entries(properties).filter(([name]) => name in given);
    requireEachUnchanged({ stored, before, wanted: Object.fromEntries(wanted) });
  }
  refuseIdentityCode(JSON.stringify(properties), '/');
  await updateEntry(ctx, id, { properties });
  await ctx.emit(handbookChanged({}));
}

/** Moves an entry among its siblings of the same kind; `to` counts from 0. */
export async function moveEntry(ctx: Ctx, id: string, to: number): Promise<void> {
  const { kind, parent } = await lockEntry(ctx, id);
  const others = (await selectSiblings(ctx, kind, parent)).filter((sibling) => sibling !== id);
  await writeOrder(ctx, others.toSpliced(Math.min(to, others.length), 0, id));
  await ctx.emit(handbookChanged({}));
}

/** Takes an entry out of use, or back into it. What refers to it goes on knowing it; the public sees it no more. */
export async function retireEntry(ctx: Ctx, id: string, retired: boolean): Promise<void> {
  await lockEntry(ctx, id);
  await updateEntry(ctx, id, { retired });
  await ctx.emit(handbookChanged({}));
}
