import pg from 'pg';
import type { Log } from './log.ts';

/** What is told between processes: figures of nodes changed, something public changed, a path is being worked on. */
export interface News {
  readonly county: string;
  readonly topic: 'figures' | 'public' | 'access' | 'path' | 'writing';
  /** The nodes; with `path` and `writing`, the path. */
  readonly nodes: readonly string[];
  /** With `writing`: who writes where just now. */
  readonly writer?: { readonly account: string; readonly place: string | null };
}

type Listener = (news: News) => void;

const CHANNEL = 'polku_news';

/** One LISTEN connection of a process, fanned out to its listeners (event streams, the page cache). */
export class Live {
  readonly #url: string;
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();
  #client: pg.Client | undefined;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(url: string, log: Log) {
    this.#url = url;
    this.#log = log;
  }

  /** Whether news arrive just now; while they do not, nothing may be kept that news would have ended. */
  get listening(): boolean {
    return this.#client !== undefined;
  }

  /** How many listen: the open event streams, and the program's own. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Begins to listen, and again after every break. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'polku live',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => payload && this.#tell(JSON.parse(payload) as News));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#client = client;
      // What was told during the break is unknown, so everybody looks again.
      this.#tell({ county: '*', topic: 'public', nodes: ['*'] });
    } catch (error) {
      this.#log.warn({ err: error }, 'live: cannot listen');
      this.#lost(client);
    }
  }

  /** Calls `listener` for each piece of news until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the connection for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#client?.end();
  }

  #tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  #lost(client: pg.Client): void {
    if (this.#client !== undefined && this.#client !== client) return;
    this.#client = undefined;
    client.removeAllListeners();
    client.on('error', () => undefined);
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.start(), 500);
    this.#timer.unref();
  }
}
