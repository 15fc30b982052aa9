import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import type { Language } from '#platform/i18n.ts';
import { isLanguage, sourceOf } from '#platform/language.ts';
import { FreeAnchors, selectAnchors } from './anchor.ts';
import type { DraftElement } from './contract.ts';
import { createPath } from './create-path.ts';
import { beginChange } from './edit-draft.ts';
import { DEFAULTS, Properties } from './element-properties.ts';
import { insertElements, selectContent, updateElements, writeOrder } from './element-store.ts';
import { ROOT_ANCHOR } from './element.ts';
import { getDraft } from './get-draft.ts';
import { inTurns } from './in-turns.ts';
import { ensureSlug } from './path-address.ts';
import { type Part, phaseProperty } from './path-board.ts';
import { type PathPlan, type PlannedText, planPathTable } from './plan-path-table.ts';
import type { PathTable } from './read-path-table.ts';
import type { PathTableOutcome } from './table-contract.ts';
import { type Offer, withOffers } from './table-offers.ts';
import type { PathWorld } from './tables.ts';
import { deleteText, type NewText, upsertTexts } from './text-store.ts';
import { lockPath } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** How a spreadsheet is taken into a path. */
export interface TableOptions {
  /** In which language refusals are told. */
  readonly language: Language;
  /** Whether an empty cell takes the text away; it is left alone otherwise. */
  readonly clear?: boolean;
  /** The digest of what was checked. */
  readonly digest?: string | undefined;
}

/** What a spreadsheet would change in a path. Writes nothing. @throws AppError `not-found`. */
export async function checkPathTable(
  ctx: Ctx,
  path: string,
  table: PathTable,
  options: TableOptions,
): Promise<PathTableOutcome> {
  const { elements } = await getDraft(ctx, path);
  return (await plan(ctx, path, elements, table, options)).outcome;
}

/** What a spreadsheet would make of a new path. Writes nothing. */
export function checkNewPathTable(
  table: PathTable,
  title: string,
  language: Language,
): PathTableOutcome {
  const root: DraftElement = {
    anchor: ROOT_ANCHOR,
    parent: null,
    channel: null,
    properties: DEFAULTS.path,
    texts: { title: { fi: { text: title, revision: 1, stale: false } } },
  };
  return planPathTable(table, { elements: [root], registered: new Map(), clear: false, language })
    .outcome;
}

/**
 * Writes the rows of a spreadsheet that can be written into the draft; done again, it changes nothing, and nothing is
 * published. Parts that the file does not name stay.
 *
 * @throws AppError `conflict` when `digest` names another outcome than the file has by now; `not-found`.
 */
export async function importPathTable(
  ctx: Ctx,
  path: string,
  table: PathTable,
  options: TableOptions,
): Promise<PathTableOutcome> {
  await lockPath(ctx, path);
  const { elements } = await getDraft(ctx, path);
  const planned = await plan(ctx, path, elements, table, options);
  const { accepted, unchanged, digest } = planned.outcome;
  if (options.digest !== undefined && options.digest !== digest)
    throw new AppError('conflict', 'path-changed');
  if (accepted > unchanged) await writePlan(ctx, path, planned);
  return planned.outcome;
}

/** Begins a path with what a spreadsheet holds. @throws AppError as `importPathTable`. */
export async function createPathOfTable(
  ctx: Ctx,
  given: { node: string; title: string; clinical: boolean },
  table: PathTable,
  options: TableOptions,
): Promise<{ id: string; outcome: PathTableOutcome }> {
  const { title, ...rest } = given;
  const id = await createPath(ctx, { ...rest, title: { fi: title } });
  return { id, outcome: await importPathTable(ctx, id, table, options) };
}

const plan = async (
  ctx: Ctx,
  path: string,
  elements: readonly DraftElement[],
  table: PathTable,
  { language, clear = false }: TableOptions,
): Promise<PathPlan> =>
  planPathTable(table, {
    elements,
    registered: await selectAnchors(ctx, path),
    clear,
    language,
  });

async function writePlan(ctx: Ctx, path: string, planned: PathPlan): Promise<void> {
  const { version, revision } = await beginChange(ctx, path);
  // A draft that has just begun holds what was published, under the same anchors.
  const elements = await selectContent(ctx, version);
  const anchors = await nameParts(ctx, path, planned, elements);
  const anchorOf = (part: Part): string => part.anchor || anchors.get(part)!;
  await inTurns(planned.added, async (parts) =>
    insertElements(
      ctx,
      path,
      version,
      parts.map((part, index) => ({
        anchor: anchorOf(part),
        parent: part.parent && anchorOf(part.parent),
        position: elements.length + index + 1,
        channel: null,
        properties: propertiesOf(part, anchorOf),
      })),
    ),
  );
  await inTurns(planned.moved, async (parts) =>
    updateElements(
      ctx,
      version,
      parts.map((part) => ({
        anchor: part.anchor,
        parent: part.parent && anchorOf(part.parent),
        properties: propertiesOf(part, anchorOf),
      })),
    ),
  );
  await writeOffers(ctx, version, elements, planned.offers);
  const ordered = planned.siblings.flatMap(({ children }) => children.map(anchorOf));
  if (ordered.length > 0) await writeOrder(ctx, version, ordered);
  await writeTexts(ctx, { path, version, revision, elements }, planned.texts, anchorOf);
}

async function writeOffers(
  ctx: Ctx,
  version: string,
  elements: readonly DraftElement[],
  offers: readonly Offer[],
): Promise<void> {
  const root = elements.find(({ anchor }) => anchor === ROOT_ANCHOR);
  if (!root || offers.length === 0) return;
  await updateElements(ctx, version, [
    { anchor: ROOT_ANCHOR, parent: null, properties: withOffers(root, offers) },
  ]);
}

async function nameParts(
  ctx: Ctx,
  path: string,
  { added }: PathPlan,
  elements: readonly DraftElement[],
): Promise<Map<Part, string>> {
  const given = added.flatMap(({ anchor }) => (anchor === '' ? [] : [anchor]));
  const free = new FreeAnchors(await selectAnchors(ctx, path), [
    ...elements.map(({ anchor }) => anchor),
    ...given,
  ]);
  return new Map(
    added
      .filter(({ anchor }) => anchor === '')
      .map((part) => [part, free.take(part.kind, part.name)]),
  );
}

function propertiesOf(part: Part, anchorOf: (part: Part) => string): Properties {
  const { kind, existing, phase, laneKind } = part;
  const property = phaseProperty(kind);
  const stands = existing?.properties ?? DEFAULTS[kind];
  const named = (stands as unknown as Record<string, readonly string[]>)[property ?? ''] ?? [];
  const isNamed = !property || !phase || named.includes(anchorOf(phase));
  return Properties.parse({
    ...stands,
    ...(!existing && kind === 'lane' && { laneKind }),
    ...(!isNamed && { [property]: [anchorOf(phase)] }),
    ...(!isNamed && kind === 'cell' && { to: [anchorOf(phase)] }),
  });
}

async function writeTexts(
  ctx: Ctx,
  draft: { path: string; version: string; revision: number; elements: readonly DraftElement[] },
  texts: readonly PlannedText[],
  anchorOf: (part: Part) => string,
): Promise<void> {
  const { path, version, revision } = draft;
  const written = new Set(
    texts.map(({ part, field, variant }) => `${anchorOf(part)} ${field} ${variant}`),
  );
  const standing = new Map(draft.elements.map((element) => [element.anchor, element]));
  const rows = texts.map(({ part, field, variant, text }): NewText => {
    const anchor = anchorOf(part);
    const from = sourceOf(variant);
    const source =
      from &&
      (written.has(`${anchor} ${field} ${from}`)
        ? revision
        : (standing.get(anchor)?.texts[field]?.[from]?.revision ?? null));
    return { anchor, field, language: variant, text, revision, source };
  });
  for (const row of rows) if (row.text === '') await deleteText(ctx, version, row);
  await inTurns(
    rows.filter(({ text }) => text !== ''),
    (turn) => upsertTexts(ctx, version, turn),
  );
  for (const { anchor, field, language, text } of rows)
    if (anchor === ROOT_ANCHOR && field === 'title' && isLanguage(language) && text !== '')
      await ensureSlug(ctx, path, language, text);
}
