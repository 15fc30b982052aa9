import { recount } from '#modules/reports';
import type { Opened } from './open-command.ts';

/** `answers recount`: compares every stored figure with the answers themselves; exit code 1 when any differs. */
export async function recountAnswers({ run }: Opened): Promise<number> {
  const differences = await run((ctx) => recount(ctx));
  if (differences.length === 0) {
    process.stdout.write('All figures equal the answers.\n');
    return 0;
  }
  process.stdout.write(`${differences.length} figures differ from the answers:\n`);
  for (const difference of differences.slice(0, 50)) {
    process.stdout.write(`  ${JSON.stringify(difference)}\n`);
  }
  return 1;
}
