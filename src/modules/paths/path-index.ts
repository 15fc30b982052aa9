import { setImmediate } from 'node:timers/promises';
import { type Language, LANGUAGES } from '#platform/i18n.ts';
import type { Context } from '#platform/context.ts';
import type { Live } from '#platform/live.ts';
import { LanguageIndex, type PathHit } from './language-index.ts';
import { listPublishedHeads, type PublishedHead, readSearchable } from './searchable-paths.ts';
import type { PathTables } from './tables.ts';

/** Reads in a snapshot of its own. */
type Read = <T>(work: (ctx: Context<PathTables>) => Promise<T>) => Promise<T>;

const READ_AT_ONCE = 25;

/**
 * The words of all published paths, in the memory of this process. Whatever was published before a search began is
 * found by it: news make it read what is new, and a search waits for that.
 */
export class PathIndex {
  readonly #read: Read;
  readonly #live: Pick<Live, 'listening'>;
  readonly #languages: Readonly<Record<Language, LanguageIndex>>;
  readonly #heads = new Map<string, PublishedHead>();
  /** How often something public was told, and up to which of these the index has looked. */
  #told = 1;
  #seen = 0;
  #refreshing: Promise<void> | undefined;

  constructor(live: Pick<Live, 'listening' | 'subscribe'>, read: Read) {
    this.#live = live;
    this.#read = read;
    this.#languages = {
      fi: new LanguageIndex('fi'),
      sv: new LanguageIndex('sv'),
      en: new LanguageIndex('en'),
    };
    live.subscribe(({ topic }) => {
      if (topic !== 'public') return;
      this.#told += 1;
      // Whoever searches next has less to wait for; if this fails, their search says so.
      this.prepare();
    });
  }

  /** Reads what is new without anybody waiting for it. */
  prepare(): void {
    this.#freshen().catch(() => undefined);
  }

  /** The published paths that fit what somebody looks for, best first. */
  async search(language: Language, asked: string): Promise<PathHit[]> {
    await this.#freshen();
    return this.#languages[language].search(asked);
  }

  async #freshen(): Promise<void> {
    // While no news arrive nobody tells what is new, so every search looks.
    if (this.#seen === this.#told && this.#live.listening) return;
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    await this.#refreshing;
  }

  async #refresh(): Promise<void> {
    for (let told = 0; told !== this.#told;) {
      told = this.#told;
      await this.#takeIn(await this.#read(listPublishedHeads));
      this.#seen = told;
    }
  }

  async #takeIn(heads: readonly PublishedHead[]): Promise<void> {
    const standing = new Set(heads.map(({ id }) => id));
    for (const id of this.#heads.keys()) if (!standing.has(id)) this.#drop(id);
    const changed = heads.filter((head) => !isSame(head, this.#heads.get(head.id)));
    for (let at = 0; at < changed.length; at += READ_AT_ONCE) {
      const part = changed.slice(at, at + READ_AT_ONCE);
      const read = await this.#read((ctx) => readSearchable(ctx, part));
      for (const head of part) this.#drop(head.id);
      for (const [language, path] of read) {
        this.#languages[language].put(path);
        // Nobody else has to wait while many are taken in.
        await setImmediate();
      }
      for (const head of part) this.#heads.set(head.id, head);
    }
  }

  #drop(id: string): void {
    this.#heads.delete(id);
    for (const language of LANGUAGES) this.#languages[language].drop(id);
  }
}

const isSame = (one: PublishedHead, other: PublishedHead | undefined): boolean =>
  one.version === other?.version &&
  LANGUAGES.every((language) => one.slugs[language] === other.slugs[language]);
