import { readFile, stat } from 'node:fs/promises';
import { checkTable, importTable, LARGEST_TABLE, readTable } from '#modules/organisation';
import { AppError } from '#platform/errors.ts';
import { sentence } from '#platform/i18n.ts';
import type { Opened } from './open-command.ts';

type Outcome = Awaited<ReturnType<typeof checkTable>>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `units import <file>`: brings the tree in from a CSV file, or says what that would change. Ends with 0 when every
 * row was accepted, and with 1 when some were refused; each is listed with its reason.
 */
export async function importUnits(
  { run }: Opened,
  { given: [file], 'dry-run': isDry }: { given: readonly string[]; 'dry-run': boolean },
): Promise<number> {
  if (file === undefined || (await stat(file)).size > LARGEST_TABLE) {
    process.stderr.write('Give a CSV file of at most 5 megabytes: units import <file>\n');
    return 2;
  }
  try {
    const table = await readTable(await readFile(file));
    const outcome = await run((ctx) =>
      isDry
        ? checkTable(ctx, table, 'en')
        : importTable(ctx, table, { language: 'en', tell: show }),
    );
    report(outcome, isDry);
    return outcome.refused === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${inWords(error)}\n`);
    return 1;
  }
}

const inWords = ({ code, faults }: AppError): string =>
  [
    sentence('en', `errors:code.${code}`),
    ...faults.map((fault) => sentence('en', `errors:fault.${fault.code}`, fault.params)),
  ].join(' ');

/** How far it is: a line that is written over on a screen, and nothing in a log. */
function show({ done, of }: { done: number; of: number }): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${Math.floor((100 * done) / of)} %${done === of ? '\n' : ''}`);
}

function report(outcome: Outcome, isDry: boolean): void {
  for (const { line, code, changes, refusals } of outcome.lines) {
    for (const { detail } of refusals) say(`${line}: ${code}: refused: ${detail}`);
    for (const { what, from, to } of changes)
      say(
        `${line}: ${code}: ${[what, from, to && `→ ${to}`].filter((part) => part !== null).join(' ')}`,
      );
  }
  const changed = outcome.lines.length - outcome.refused;
  say(
    `${outcome.rows} rows: ${changed} ${isDry ? 'would change' : 'changed'}, ${outcome.unchanged} unchanged, ${outcome.refused} refused.`,
  );
  if (outcome.absent > 0)
    say(`${outcome.absent} open nodes are not in the file and stay as they are.`);
  if (outcome.ignored.length > 0) say(`Columns that are not read: ${outcome.ignored.join(', ')}.`);
}
