import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { END, FIRST_WORDS, headOf, Manifest } from './manifest.ts';

const LINE_END = '\n'.charCodeAt(0);
const AFTER_ROWS = Buffer.from(`\n${END}\n`);
// A manifest of a hundred tables takes 20 kB.
const LONGEST_LINE = 64 * 1024 * 1024;

/** Why a file cannot be restored, in words for the person at the terminal. */
export class BrokenBackup extends Error {
  override name = 'BrokenBackup';
}

/** A backup, read once from its beginning to its end, a few packets at a time. */
export class BackupFile {
  readonly #input: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(input: Readable) {
    const unpacked = createGunzip({ chunkSize: 64 * 1024 });
    input.on('error', (error) => unpacked.destroy(error));
    this.#input = input.pipe(unpacked)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** What stands first. @throws BrokenBackup when this is no backup, or one of a newer form. */
  async manifest(): Promise<Manifest> {
    const line = await this.#line();
    if (!line.startsWith(FIRST_WORDS)) throw new BrokenBackup('This is not a backup of Polku.');
    const result = Manifest.safeParse(readJson(line.slice(FIRST_WORDS.length)));
    if (!result.success)
      throw new BrokenBackup('This backup is of a form that this version of Polku does not know.');
    return result.data;
  }

  /** The rows that come next. @throws BrokenBackup when they are of another table. */
  async *rows(into: string): AsyncGenerator<Buffer> {
    const head = await this.#line();
    if (head !== headOf(into)) {
      throw new BrokenBackup(`The backup is not as its manifest says: ${into} was expected.`);
    }
    // The line's own end begins the mark that ends the rows, when there are none; it is no part of them.
    this.#held = Buffer.concat([Buffer.from('\n'), this.#held]);
    let skip = 1;
    for (;;) {
      const end = this.#held.indexOf(AFTER_ROWS);
      const ready = end === -1 ? this.#held.length - AFTER_ROWS.length + 1 : end + 1;
      if (ready > skip) {
        yield this.#held.subarray(skip, ready);
        this.#held = this.#held.subarray(ready);
        skip = 0;
      }
      if (end !== -1) {
        this.#held = this.#held.subarray(this.#held.indexOf(LINE_END, skip) + 1);
        return;
      }
      await this.#more();
    }
  }

  /** Reads to the end, so that a file that was cut or changed is noticed. @throws BrokenBackup when more follows. */
  async end(): Promise<void> {
    if (this.#held.length > 0 || !(await this.#next()).done)
      throw new BrokenBackup('The backup goes on after its end.');
  }

  async #line(): Promise<string> {
    let end = this.#held.indexOf(LINE_END);
    while (end === -1) {
      if (this.#held.length > LONGEST_LINE)
        throw new BrokenBackup('This is not a backup of Polku.');
      await this.#more();
      end = this.#held.indexOf(LINE_END);
    }
    const line = this.#held.subarray(0, end).toString('utf8');
    this.#held = this.#held.subarray(end + 1);
    return line;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#next();
    if (done) throw new BrokenBackup('The backup ends too early: it was cut.');
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
  }

  async #next(): Promise<IteratorResult<Buffer, void>> {
    try {
      return (await this.#input.next()) as IteratorResult<Buffer, void>;
    } catch (error) {
      throw new BrokenBackup(
        `The backup cannot be read, it is damaged or no backup at all (${(error as Error).message}).`,
      );
    }
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
