import type { Context } from '#platform/context.ts';
import { csvTable } from '#platform/csv.ts';
import { type Language, words } from '#platform/i18n.ts';
import { isEasy, type Variant, VARIANTS } from '#platform/language.ts';
import type { Draft, DraftElement } from './contract.ts';
import { isForStaff, ROOT_ANCHOR } from './element.ts';
import { FIELDS, type TextField } from './element-fields.ts';
import { getDraft } from './get-draft.ts';
import { Board, type Part } from './path-board.ts';
import { offerCells } from './table-offers.ts';
import { type ColumnKey, COLUMNS, headOf } from './table-words.ts';
import type { PathWorld } from './tables.ts';

/**
 * Every text of the draft (or of what is published) as CSV, one row each, and in which easy language it is offered, in the form in which it can be brought back.
 * Texts that are written in one language have an empty row in those in which they are missing, for the translator.
 */
export async function exportPathTable(
  ctx: Context<PathWorld>,
  path: string,
  language: Language,
): Promise<string> {
  const draft = await getDraft(ctx, path);
  const board = new Board(draft.elements);
  const places = placesOf(draft.elements);
  const rows = draft.elements.flatMap((element) => {
    const part = board.find(element.anchor)!;
    const texts: readonly Text[] =
      element.anchor === ROOT_ANCHOR
        ? [...textsOf(element, draft), ...offerCells(element, draft.languages, language)]
        : textsOf(element, draft);
    return texts.map(([field, variant, text]) => {
      const cells = cellsOf(part, places.get(element.anchor)!, { field, variant, text }, language);
      return COLUMNS.map((column) => cells[column]);
    });
  });
  return csvTable([COLUMNS.map((column) => headOf(column, language)), ...rows], language);
}

/** The place of each element among its siblings, from 1. */
function placesOf(elements: readonly DraftElement[]): Map<string, number> {
  const siblings = Map.groupBy(elements, ({ parent }) => parent);
  return new Map(
    [...siblings.values()].flatMap((all) =>
      all.map(({ anchor }, index) => [anchor, index + 1] as const),
    ),
  );
}

type Text = readonly [field: string, variant: Variant, text: string];

function textsOf({ properties: { kind }, texts }: DraftElement, draft: Draft): Text[] {
  return FIELDS[kind].flatMap((field) => {
    const said = texts[field.name] ?? {};
    const isWanted = field.required === true || Object.keys(said).length > 0;
    const offered = isForStaff(kind) ? new Set<Variant>(['fi']) : offeredOf(draft, field);
    return VARIANTS.filter(
      (variant) => said[variant] !== undefined || (isWanted && offered.has(variant)),
    ).map((variant): Text => [field.name, variant, said[variant]?.text ?? '']);
  });
}

const offeredOf = ({ languages, easy }: Draft, { notEasy }: TextField): Set<Variant> =>
  new Set<Variant>([...languages, ...(notEasy ? [] : easy.filter(isEasy))]);

function cellsOf(
  { anchor, kind, name, parent, phase }: Part,
  place: number,
  { field, variant, text }: { field: string; variant: Variant; text: string },
  language: Language,
): Record<ColumnKey, string> {
  const t = words(language);
  return {
    id: anchor,
    type: t(`paths:kind.${kind}`),
    parent: parent?.anchor ?? '',
    order: String(place),
    phase: phase?.name ?? '',
    lane: parent?.kind === 'lane' ? parent.name : '',
    label: name,
    field: t(`paths:field.${field as 'title'}`),
    language: variant,
    text,
  };
}
