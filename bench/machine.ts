import { cpus, totalmem } from 'node:os';

/** One line that says where and when a figure was measured. */
export function machine(): string {
  const day = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${day}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GiB, Node ${process.versions.node}`;
}

/** Prints a table with aligned columns. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const texts = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => row[column]!.length)));
  for (const row of texts) {
    process.stdout.write(
      `${row.map((cell, column) => cell.padStart(widths[column]!)).join('  ')}\n`,
    );
  }
}

/** The value below which a share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
