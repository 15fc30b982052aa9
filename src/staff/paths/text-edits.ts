import type { TextForm, TextOutcome } from '#contract/paths';
import type { Variant } from '#platform/language.ts';
import type { ApiProblem } from '#staff/api.ts';

/** Where a text of the path stands. */
export interface Place {
  readonly anchor: string;
  readonly field: string;
  readonly language: Variant;
}

/** A text with the revision at which it was written; null when there is none. */
export interface Stored {
  readonly text: string;
  readonly revision: number | null;
}

/** What has been typed and is not yet stored. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
  /** The revision that the writer had before them. */
  readonly revision: number | null;
  readonly state: 'typing' | 'saving' | 'failed' | 'clash';
  readonly problem?: ApiProblem;
  /** With `clash`: what somebody else wrote meanwhile. */
  readonly theirs?: Stored;
}

/** The name of a place, also of its field on the screen. */
export const keyOf = ({ anchor, field, language }: Place): string =>
  `${anchor}/${field}/${language}`;

const IDLE = 1_500;

interface Outside {
  send(form: TextForm): Promise<TextOutcome>;
  /** A text is stored: by us, or by somebody else and we took theirs. */
  onStored(place: Place, stored: Stored, changedAt?: string): void;
}

/**
 * Everything typed in the editor until it is stored. It outlives the fields, so that nothing is lost by going to
 * another part of the path; of one text only one request is under way at a time, so that nobody clashes with themselves.
 */
export class TextEdits {
  readonly #outside: Outside;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #edits: ReadonlyMap<string, Edit> = new Map();

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  /** What is not yet stored, by place. */
  readonly all = (): ReadonlyMap<string, Edit> => this.#edits;

  /** Calls back at each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Somebody types: it is stored when they stop for a moment or leave the field. */
  type(place: Place, text: string, stored: Stored): void {
    const key = keyOf(place);
    const known = this.#edits.get(key);
    if (text === stored.text && (!known || known.state === 'typing' || known.state === 'failed')) {
      this.#set(key, undefined);
    } else {
      const state = known?.state === 'saving' || known?.state === 'clash' ? known.state : 'typing';
      this.#set(key, { ...(known ?? { place, revision: stored.revision }), text, state });
    }
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.save(place), IDLE),
    );
  }

  /** Stores what was typed at a place. */
  async save(place: Place): Promise<void> {
    const key = keyOf(place);
    clearTimeout(this.#timers.get(key));
    const edit = this.#edits.get(key);
    if (!edit || edit.state === 'saving' || edit.state === 'clash') return;
    const { problem: _, ...rest } = edit;
    this.#set(key, { ...rest, state: 'saving' });
    try {
      const outcome = await this.#outside.send({
        ...place,
        text: edit.text,
        expectedRevision: edit.revision,
      });
      if (outcome.kind === 'clash') this.#change(key, { state: 'clash', theirs: outcome.current });
      else await this.#written(key, edit.text, outcome);
    } catch (problem) {
      this.#change(key, { state: 'failed', problem: problem as ApiProblem });
    }
  }

  async #written(
    key: string,
    text: string,
    { revision, changedAt }: { revision: number | null; changedAt: string },
  ): Promise<void> {
    const edit = this.#edits.get(key);
    if (!edit) return;
    this.#outside.onStored(edit.place, { text: text.trim(), revision }, changedAt);
    if (edit.text === text) return this.#set(key, undefined);
    this.#set(key, { ...edit, revision, state: 'typing' });
    return this.save(edit.place);
  }

  /** After a clash: this text stays, over the other one. */
  keep(place: Place, text: string): Promise<void> {
    const edit = this.#edits.get(keyOf(place));
    if (!edit?.theirs) return Promise.resolve();
    this.#set(keyOf(place), { place, text, revision: edit.theirs.revision, state: 'typing' });
    return this.save(place);
  }

  /** After a clash: the other text stays. */
  yield(place: Place): void {
    const edit = this.#edits.get(keyOf(place));
    if (edit?.theirs) this.#outside.onStored(place, edit.theirs);
    this.#set(keyOf(place), undefined);
  }

  /** Tries again with everything that failed, or with those of it that are asked for. */
  async retry(which: (edit: Edit) => boolean = ({ state }) => state === 'failed'): Promise<void> {
    for (const edit of this.#edits.values()) if (which(edit)) await this.save(edit.place);
  }

  #change(key: string, change: Partial<Edit>): void {
    const edit = this.#edits.get(key);
    if (edit) this.#set(key, { ...edit, ...change });
  }

  #set(key: string, edit: Edit | undefined): void {
    const edits = new Map(this.#edits);
    if (edit) edits.set(key, edit);
    else edits.delete(key);
    this.#edits = edits;
    for (const listener of this.#listeners) listener();
  }
}
