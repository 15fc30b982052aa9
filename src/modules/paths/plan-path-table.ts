import { createHash } from 'node:crypto';
import { type Language, sentence } from '#platform/i18n.ts';
import { isEasy, type Variant } from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import type { ElementKind } from './element.ts';
import { identifyRows } from './identify-rows.ts';
import { nameField } from './element-fields.ts';
import { Board, type Part } from './path-board.ts';
import { placeParts } from './place-parts.ts';
import type { PathTable } from './read-path-table.ts';
import { type Ordered, orderSiblings } from './sibling-order.ts';
import type { PathTableLine, PathTableOutcome } from './table-contract.ts';
import { type Offer, OFFERED, offeredNow, offeredThen, offerIn } from './table-offers.ts';
import { headOf } from './table-words.ts';
import { fieldOf, readRow, refuse, type Row, textRefusal } from './table-rows.ts';

/** A text that a file writes, or takes away when it is empty. */
export interface PlannedText {
  readonly part: Part;
  readonly field: string;
  readonly variant: Variant;
  readonly text: string;
}

/** What a file does to a path. */
export interface PathPlan {
  /** New parts, those above before those below. */
  readonly added: readonly Part[];
  /** Parts that stand and get another parent or refer to another phase. */
  readonly moved: readonly Part[];
  readonly texts: readonly PlannedText[];
  /** In which easy-language variants the path is offered from now on, or no longer. */
  readonly offers: readonly Offer[];
  /** All children of each parent whose children change, in their order. */
  readonly siblings: readonly Ordered[];
  readonly outcome: PathTableOutcome;
}

/** What the planning of a file rests on. */
export interface PlanGiven {
  readonly elements: readonly DraftElement[];
  /** Every anchor that the path ever had, with its kind. */
  readonly registered: ReadonlyMap<string, ElementKind>;
  /** Whether an empty cell takes the text away. */
  readonly clear: boolean;
  /** In which language refusals are told. */
  readonly language: Language;
}

/** Finds out what a file does to a path. Writes nothing, and says of every row what becomes of it. */
export function planPathTable(table: PathTable, given: PlanGiven): PathPlan {
  const byAnchor = new Map(given.elements.map((element) => [element.anchor, element]));
  const rows = table.rows.map((row) => readRow(row, byAnchor));
  const board = new Board(given.elements);
  const before = new Map(
    board.parts.map((part) => [part, { parent: part.parent, phase: part.phase }]),
  );
  const placed = identifyRows(rows, { board, registered: given.registered });
  const fields = readTexts(placed);
  placeParts(placed, board);
  const accepted = rows.filter((row) => row.refusals.length === 0 && placed.has(row));
  const tell = new Teller(placed, before, given.language);
  const written = accepted.flatMap((row) => {
    const field = fields.get(row);
    if (field === undefined) return [];
    const planned = { part: placed.get(row)!, field, variant: row.variant, text: row.text };
    return tell.row(row, planned, given.clear) ? [planned] : [];
  });
  const texts = written.filter(({ field }) => field !== OFFERED.name);
  const siblings = orderSiblings(board.parts, tell.used, before);
  for (const [part, change] of siblings.flatMap(({ moved }) => moved)) tell.ordered(part, change);
  const plan = {
    added: [...tell.used].filter(({ existing }) => !existing),
    moved: tell.moved,
    texts: [...tell.names(texts), ...texts],
    offers: written.flatMap((planned) => offerIn(planned) ?? []),
    siblings,
  };
  return { ...plan, outcome: outcomeOf(table, rows, { tell, plan, board, given }) };
}

/** The field that each row writes; a text that does not fit it is refused, and so is another one for the same place. */
function readTexts(placed: ReadonlyMap<Row, Part>): Map<Row, string> {
  const fields = new Map<Row, string>();
  const first = new Map<Part, Map<string, Row>>();
  for (const [row, part] of [...placed].toSorted(([a], [b]) => a.line - b.line)) {
    const field = fieldOf(row, part.kind);
    const refusal = 'code' in field ? field : textRefusal(row, field);
    if (refusal || 'code' in field) {
      row.refusals.push(refusal!);
      continue;
    }
    const key = `${field.name} ${row.variant}`;
    const texts = first.get(part) ?? new Map<string, Row>();
    first.set(part, texts);
    const other = texts.get(key);
    if (other && other.text !== row.text)
      row.refusals.push(refuse('text-doubled', 'text', { line: other.line }));
    else if (!other) {
      texts.set(key, row);
      fields.set(row, field.name);
    }
  }
  return fields;
}

type Change = PathTableLine['changes'][number];
type Place = Pick<Part, 'parent' | 'phase'>;

const LONGEST_SHOWN = 400;
const clip = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text;

/** Tells of each row what it changes. */
class Teller {
  /** The parts that accepted rows tell of and those above them. */
  readonly used = new Set<Part>();
  readonly moved: Part[] = [];
  readonly #changes = new Map<Row, Change[]>();
  readonly #first = new Map<Part, Row>();
  readonly #named = new Map<Part, Variant>();
  readonly #placed: ReadonlyMap<Row, Part>;
  readonly #before: ReadonlyMap<Part, Place>;

  readonly #language: Language;

  constructor(
    placed: ReadonlyMap<Row, Part>,
    before: ReadonlyMap<Part, Place>,
    language: Language,
  ) {
    this.#language = language;
    this.#placed = placed;
    this.#before = before;
  }

  /** What a row changes; whether its text is to be written comes back. */
  row(row: Row, planned: PlannedText, clear: boolean): boolean {
    const { part, field, variant } = planned;
    const changes: Change[] = [];
    this.#changes.set(row, changes);
    this.#use(part, row, changes);
    const { stands, text } = this.#wordsOf(planned);
    if (text === stands || (text === '' && !clear)) return false;
    const isName = field === nameField(part.kind)?.name;
    const what = stands === '' ? 'written' : text === '' ? 'emptied' : 'changed';
    const isTold = !part.existing && isName && this.#first.get(part) === row;
    if (!isTold)
      changes.push({
        what,
        kind: part.kind,
        field,
        variant,
        from: clip(stands) || null,
        to: clip(text) || null,
      });
    return true;
  }

  /** That a part stands elsewhere among its siblings. */
  ordered(part: Part, { from, to }: { from: number; to: number }): void {
    const row = this.#first.get(part);
    if (!row) return;
    this.#changes.get(row)!.push({ ...whole('moved', part), from: `${from}.`, to: `${to}.` });
  }

  /** What a row changes. */
  changesOf(row: Row): Change[] {
    return this.#changes.get(row) ?? [];
  }

  /** The names of new parts that stand in another column than that of the texts. */
  names(texts: readonly PlannedText[]): PlannedText[] {
    const written = new Set(
      texts
        .filter(({ part, field }) => field === nameField(part.kind)?.name)
        .map(({ part }) => part),
    );
    return [...this.#named]
      .filter(([part]) => !written.has(part) && part.name !== '')
      .map(([part, variant]) => ({
        part,
        field: nameField(part.kind)!.name,
        variant: part.kind === 'phase' || part.kind === 'lane' ? variant : 'fi',
        text: part.name,
      }));
  }

  /** What stands at a place and what is to stand there; whether something is offered, in words. */
  #wordsOf({ part, field, variant, text }: PlannedText): { stands: string; text: string } {
    if (field !== OFFERED.name || !part.existing || !isEasy(variant))
      return { stands: part.existing?.texts[field]?.[variant]?.text ?? '', text };
    const stands = offeredNow(part.existing, variant, this.#language);
    return { stands, text: offeredThen(text, stands, this.#language) };
  }

  #use(part: Part, row: Row, changes: Change[]): void {
    if (this.used.has(part)) return;
    for (const above of [part.parent, part.phase])
      if (above && above !== part) this.#use(above, row, changes);
    this.used.add(part);
    const isOwn = this.#placed.get(row) === part;
    if (isOwn || !part.existing) this.#first.set(part, row);
    if (!part.existing) {
      this.#named.set(part, row.variant);
      changes.push({ ...whole('added', part), to: clip(part.name) });
    } else if (isOwn) this.#tellMove(part, changes);
    else this.used.delete(part);
  }

  #tellMove(part: Part, changes: Change[]): void {
    const { parent, phase } = this.#before.get(part)!;
    if (parent === part.parent && phase === part.phase) return;
    this.moved.push(part);
    const [from, to] = parent === part.parent ? [phase, part.phase] : [parent, part.parent];
    changes.push({
      ...whole('moved', part),
      from: from ? clip(from.name) : null,
      to: to ? clip(to.name) : null,
    });
  }
}

const whole = (what: Change['what'], { kind }: Part): Change => ({
  what,
  kind,
  field: null,
  variant: null,
  from: null,
  to: null,
});

function outcomeOf(
  { encoding, separator, ignored, heads }: PathTable,
  rows: readonly Row[],
  {
    tell,
    plan,
    board,
    given,
  }: { tell: Teller; plan: Omit<PathPlan, 'outcome'>; board: Board; given: PlanGiven },
): PathTableOutcome {
  const lines = rows
    .map((row): PathTableLine => ({
      line: row.line,
      label: labelOf(row),
      changes: row.refusals.length > 0 ? [] : tell.changesOf(row),
      refusals: row.refusals.map(({ code, column, params }) => ({
        code,
        column: column && (heads[column] ?? headOf(column, given.language)),
        detail: sentence(given.language, `paths:table.refusal.${code}`, params),
      })),
    }))
    .filter(({ changes, refusals }) => changes.length > 0 || refusals.length > 0);
  const refused = lines.filter(({ refusals }) => refusals.length > 0).length;
  return {
    rows: rows.length,
    accepted: rows.length - refused,
    refused,
    unchanged: rows.length - lines.length,
    lines,
    untouched: board.parts.filter((part) => part.existing && !tell.used.has(part)).length,
    ignored: [...ignored],
    encoding,
    separator,
    digest: digestOf(plan),
  };
}

/** What a row is told by; nothing of one that holds a personal identity code. */
const labelOf = ({ label, text, id, refusals }: Row): string =>
  refusals.some(({ code }) => code === 'identity-code') ? '–' : clip(label || text || id);

/** Names what will be written. */
const digestOf = ({ added, moved, texts, offers, siblings }: Omit<PathPlan, 'outcome'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        added.map(({ kind, anchor, name, parent }) => [kind, anchor, name, parent?.anchor]),
        moved.map(({ anchor, parent, phase }) => [
          anchor,
          parent?.anchor,
          phase?.anchor,
          phase?.name,
        ]),
        texts.map(({ part, field, variant, text }) => [
          part.anchor,
          part.name,
          field,
          variant,
          text,
          part.existing?.texts[field]?.[variant]?.text,
        ]),
        offers,
        siblings.map(({ children }) => children.map(({ anchor, name }) => anchor || name)),
      ]),
    )
    .digest('hex');
