type Picture = Promise<Uint8Array<ArrayBuffer>>;

const MOST = 100;

/** Pictures by what they show, each drawn once; the one that was asked for longest ago goes first. One is drawn at a time. */
export class Pictures {
  readonly #kept = new Map<string, Picture>();
  #last: Promise<unknown> = Promise.resolve();

  /** The picture of this key, drawn if it must be. */
  async find(key: string, draw: () => Picture): Picture {
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const picture = known ?? this.#inTurn(draw);
    this.#kept.set(key, picture);
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value!);
    picture.catch(() => this.#kept.delete(key));
    return picture;
  }

  #inTurn(draw: () => Picture): Picture {
    const drawn = this.#last.then(draw, draw);
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }
}
