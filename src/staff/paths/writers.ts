/** What is heard of somebody: where they write, or nowhere any more. */
export interface Heard {
  readonly account: string;
  readonly name: string;
  readonly place: string | null;
}

const FORGET_AFTER = 9_000;

/** Where each of the others writes; who is not heard of for some seconds is forgotten. */
export class Writers {
  readonly #known = new Map<string, { name: string; place: string }>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #tell: (places: ReadonlyMap<string, string>) => void;

  constructor(tell: (places: ReadonlyMap<string, string>) => void) {
    this.#tell = tell;
  }

  /** Takes in what was heard. */
  hear({ account, name, place }: Heard): void {
    clearTimeout(this.#timers.get(account));
    if (place === null) this.#known.delete(account);
    else {
      this.#known.set(account, { name, place });
      this.#timers.set(
        account,
        setTimeout(() => this.hear({ account, name, place: null }), FORGET_AFTER),
      );
    }
    const places = new Map<string, string>();
    for (const known of this.#known.values())
      places.set(known.place, [places.get(known.place), known.name].filter(Boolean).join(', '));
    this.#tell(places);
  }

  /** Forgets everybody. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}
