import type { DraftElement } from './contract.ts';
import { type ElementKind, ROOT_ANCHOR } from './element.ts';
import { nameField } from './element-fields.ts';
import { inputsOf } from './element-inputs.ts';
import { comparable, type LaneKind } from './table-words.ts';

/** A part of the path as it would be once a file is written. */
export interface Part {
  readonly kind: ElementKind;
  /** The part as it stands; undefined of a new one. */
  readonly existing: DraftElement | undefined;
  /** The anchor that stands or was asked for; one is made of the name when this is empty. */
  readonly anchor: string;
  readonly name: string;
  parent: Part | null;
  /** The phase that it is in or refers to. */
  phase: Part | null;
  laneKind: LaneKind;
  order: number | null;
}

/** How many parts a path may have. */
export const MOST_PARTS = 5_000;

/** The property by which a part that hangs on the path itself refers to a phase. */
export const phaseProperty = (kind: ElementKind): string | undefined =>
  inputsOf(kind).find(
    (input) => input.as === 'anchors' && input.of.includes('phase') && NAMES.has(input.name),
  )?.name;
const NAMES = new Set(['phases', 'at', 'from']);

/** All parts of a path, as they stand and as a file adds to them, found by their anchors and names. */
export class Board {
  readonly parts: Part[] = [];
  readonly #byAnchor = new Map<string, Part>();
  readonly #byName = new Map<string, Part[]>();
  readonly #claimed = new Set<Part>();

  constructor(elements: readonly DraftElement[]) {
    for (const element of elements) {
      const parent = this.#byAnchor.get(element.parent ?? '') ?? null;
      const { kind } = element.properties;
      const name = nameOf(element);
      this.#keep({
        kind,
        existing: element,
        anchor: element.anchor,
        name,
        parent,
        phase: null,
        laneKind: 'other',
        order: null,
      });
    }
    for (const part of this.parts) part.phase = this.#phaseOf(part);
  }

  /** The part with that anchor. */
  find(anchor: string): Part | undefined {
    return this.#byAnchor.get(anchor);
  }

  get root(): Part {
    return this.#byAnchor.get(ROOT_ANCHOR)!;
  }

  /** The parts that are called so, of one kind or of any. */
  named(name: string, kind?: ElementKind): Part[] {
    const all = this.#byName.get(comparable(name)) ?? [];
    return kind ? all.filter((part) => part.kind === kind) : all;
  }

  /** Whether another row of the file has taken the part for its own. */
  isClaimed(part: Part): boolean {
    return this.#claimed.has(part);
  }

  /** Takes a part for a row of the file. */
  claim(part: Part): Part {
    this.#claimed.add(part);
    return part;
  }

  /** Adds a part, which is claimed. */
  add(given: Pick<Part, 'kind' | 'name'> & Partial<Part>): Part {
    return this.claim(
      this.#keep({
        existing: undefined,
        anchor: '',
        parent: null,
        phase: null,
        laneKind: 'other',
        order: null,
        ...given,
      }),
    );
  }

  #keep(part: Part): Part {
    this.parts.push(part);
    if (part.anchor !== '') this.#byAnchor.set(part.anchor, part);
    for (const name of namesOf(part)) {
      const key = comparable(name);
      const same = this.#byName.get(key);
      if (same) same.push(part);
      else this.#byName.set(key, [part]);
    }
    return part;
  }

  #phaseOf({ parent, existing, kind }: Part): Part | null {
    for (let above = parent; above; above = above.parent) if (above.kind === 'phase') return above;
    const property = phaseProperty(kind);
    if (!existing || !property) return null;
    const named = (existing.properties as unknown as Record<string, readonly string[]>)[property];
    return (
      (named ?? []).map((anchor) => this.find(anchor)).find((part) => part?.kind === 'phase') ??
      null
    );
  }
}

/** What an element is called: in Finnish, else in the first variant that it is written in. */
export function nameOf({ properties, texts }: DraftElement): string {
  const said = texts[nameField(properties.kind)?.name ?? ''] ?? {};
  return said.fi?.text ?? Object.values(said)[0]?.text ?? '';
}

function namesOf({ existing, name }: Part): Set<string> {
  const said = existing?.texts[nameField(existing.properties.kind)?.name ?? ''] ?? {};
  return new Set([name, ...Object.values(said).map(({ text }) => text)].filter(Boolean));
}
