import { readdirSync } from 'node:fs';

// `npm run bench -- <name>`: one performance promise, measured on this machine, as a table with ratios.
const names = readdirSync(import.meta.dirname)
  .map((file) => /^([a-z]+)\.bench\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined);
const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.some((name) => !names.includes(name))) {
  process.stderr.write(`Usage: npm run bench -- <name>; there are: ${names.join(', ')}\n`);
  process.exit(2);
}
for (const name of wanted) {
  const { run } = (await import(`./${name}.bench.ts`)) as { run(): Promise<void> };
  await run();
}
