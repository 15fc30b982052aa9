import { exportTable } from '#modules/organisation';
import type { Opened } from './open-command.ts';

/** `units export`: prints the tree as CSV, in the form in which `units import` takes it. */
export async function exportUnits({ run }: Opened): Promise<number> {
  process.stdout.write(await run((ctx) => exportTable(ctx, 'fi')));
  return 0;
}
