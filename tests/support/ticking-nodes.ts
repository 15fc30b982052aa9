import { type ChildProcess, fork } from 'node:child_process';

const SCRIPT = new URL('./ticking-node.ts', import.meta.url);

/** What a node says: that it is up, and that it is in the middle of a job and stays there. */
export type FromNode = 'up' | 'doing';

/** What a node is told: the time, and whether it shall stay in the middle of its next job. */
export interface ToNode {
  readonly now?: string;
  readonly hangs?: boolean;
}

/** Processes over one database that all plan one job by a clock which is moved by hand, and do it. */
export class TickingNodes {
  readonly #url: string;
  readonly #nodes = new Set<ChildProcess>();
  #now: Date;

  constructor(url: string, now: Date) {
    this.#url = url;
    this.#now = now;
  }

  get now(): Date {
    return this.#now;
  }

  /** Starts so many more at once; one that `plans` only leaves the doing to others. */
  async start(count: number, kind: 'works' | 'plans' = 'works'): Promise<void> {
    const starting = Array.from({ length: count }, () => {
      const node = fork(SCRIPT, [this.#url, this.#now.toISOString(), kind], { execArgv: [] });
      this.#nodes.add(node);
      return told(node, 'up');
    });
    await Promise.all(starting);
  }

  /** Moves the clock of all of them. */
  moveTo(now: Date): void {
    this.#now = now;
    this.#tell({ now: now.toISOString() });
  }

  /** Lets whoever takes a job next stay in the middle of it, kills that one there and lets the others go on. */
  async killInTheMiddle(move: () => void): Promise<void> {
    this.#tell({ hangs: true });
    const doing = Promise.race([...this.#nodes].map((node) => told(node, 'doing')));
    move();
    await this.#kill(await doing);
    this.#tell({ hangs: false });
  }

  /** Kills one of them, chosen by a number from 0 to 1. */
  async killOne(chosen: number): Promise<void> {
    await this.#kill([...this.#nodes][Math.floor(chosen * this.#nodes.size)]!);
  }

  /** Kills all of them at once. */
  async killAll(): Promise<void> {
    await Promise.all([...this.#nodes].map((node) => this.#kill(node)));
  }

  async #kill(node: ChildProcess): Promise<void> {
    this.#nodes.delete(node);
    const gone = new Promise((done) => node.once('exit', done));
    node.kill('SIGKILL');
    await gone;
  }

  #tell(order: ToNode): void {
    for (const node of this.#nodes) node.send(order);
  }
}

/** Waits for a word of a node; one that ends without it has failed. */
const told = (node: ChildProcess, word: FromNode): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const ended = (): void => {
      if (word === 'up') reject(new Error('a node did not start'));
    };
    node.once('exit', ended);
    node.on('message', function hear(message: FromNode) {
      if (message !== word) return;
      node.off('message', hear);
      node.off('exit', ended);
      resolve(node);
    });
  });
