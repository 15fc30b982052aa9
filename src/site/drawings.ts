import { escapeHtml } from '#platform/http/escape-html.ts';
import type { Live } from '#platform/live.ts';
import { newSecret } from '#platform/ids.ts';

// Random, so that no text of a county's can hold it.
const SIGN = newSecret();

/** Stands in a drawing for the words of a visit that go by this name. */
export const gap = (name: string): string => `${SIGN}${name}.`;

/** A page with gaps, cut at them: HTML and the names of gaps in turn. */
type Drawing = readonly string[];

const GAP = new RegExp(`${SIGN}([a-z]+)\\.`);

interface Entry {
  readonly until: number;
  readonly drawing: Promise<Drawing>;
}

const MOST = 500;
const KEPT_MS = 60_000;

/**
 * Pages that are the same for everybody but for a few words, such as a form with its hidden id. Each is drawn once, with
 * gaps, and kept as public pages are (`PageCache`): until something public changes, and for a minute at most.
 */
export class Drawings {
  readonly #entries = new Map<string, Entry>();
  readonly #live: Pick<Live, 'listening' | 'subscribe'>;

  constructor(live: Pick<Live, 'listening' | 'subscribe'>) {
    this.#live = live;
    live.subscribe(({ topic }) => topic === 'public' && this.#entries.clear());
  }

  /** The page of this key for one visit. `draw` gives it with gaps; `words` say what goes into each of them, as plain text. */
  async fill(
    key: string,
    words: Readonly<Record<string, string>>,
    draw: () => Promise<string>,
  ): Promise<string> {
    const safe = new Map(Object.entries(words).map(([name, text]) => [name, escapeHtml(text)]));
    return (await this.#find(key, draw))
      .map((part, place) => (place % 2 === 0 ? part : safe.get(part)))
      .join('');
  }

  #find(key: string, draw: () => Promise<string>): Promise<Drawing> {
    const cut = async (): Promise<Drawing> => (await draw()).split(GAP);
    // Without news nothing can be kept that news would end.
    if (!this.#live.listening) return cut();
    const standing = this.#entries.get(key);
    if (standing && standing.until > Date.now()) return standing.drawing;
    if (this.#entries.size >= MOST) this.#entries.clear();
    const entry = { until: Date.now() + KEPT_MS, drawing: cut() };
    // Kept before it is drawn: news that arrive while it is being drawn end it as well.
    this.#entries.set(key, entry);
    entry.drawing.catch(() => this.#drop(key, entry));
    return entry.drawing;
  }

  #drop(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
