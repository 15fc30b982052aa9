import { type ChainFault, readLink, verifyChain, writeLink } from '#modules/audit';
import type { Opened } from './open-command.ts';

const SHOWN = 200;

/** `audit verify`: finds whatever was done to the audit log behind the program's back; exit code 1 when there is any. */
export async function verifyAudit({ read }: Opened, { head }: { head?: string }): Promise<number> {
  const given = head === undefined ? undefined : readLink(head);
  if (head !== undefined && !given) {
    process.stderr.write('Give the head as it stands in the log: --head <number>:<hash>.\n');
    return 2;
  }
  const verdict = await read((ctx) => verifyChain(ctx, given));
  const { checked, start, faults, waiting, headRemoved } = verdict;
  const lines = [
    `${checked} entries were checked, numbers ${start.number + 1}–${verdict.head.number}.`,
    ...(waiting > 0 ? [`${waiting} entries wait for their number and cannot be checked yet.`] : []),
    ...(headRemoved
      ? ['The given head was removed by the retention job, so it proves nothing.']
      : []),
    ...(faults.length === 0
      ? ['Nothing was changed.', `Head: ${writeLink(verdict.head)}`]
      : [`${faults.length} faults:`, ...inRanges(faults).slice(0, SHOWN).map(inWords)]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return faults.length === 0 ? 0 : 1;
}

const WORDS: Readonly<Record<ChainFault['kind'], string>> = {
  changed: 'was changed',
  swapped: 'was swapped with the entry of number',
  inserted: 'was inserted: it is not of the chain',
  missing: 'missing',
  unproven: 'cannot be proven, as the one before it is missing',
  backdated: 'was written much later than it says',
  rewritten: 'is not the one whose head was recorded: the log up to it was written anew',
  start: 'is where the log begins, and no entry tells that older ones were removed',
};

/** What was found at one number after another is told in one line. */
function inRanges(faults: readonly ChainFault[]): ChainFault[] {
  const told: ChainFault[] = [];
  for (const fault of faults) {
    const last = told.at(-1);
    const goes = last && fault.kind === last.kind && fault.number === (last.to ?? last.number) + 1;
    if (!goes || last.other !== undefined) told.push(fault);
    else told.splice(-1, 1, { kind: last.kind, number: last.number, to: fault.to ?? fault.number });
  }
  return told;
}

function inWords({ kind, number, to, other, entry }: ChainFault): string {
  const place = to !== undefined && to > number ? `${number}–${to}` : `${number}`;
  return `  ${place}: ${WORDS[kind]}${other === undefined ? '' : ` ${other}`}${entry ? ` (entry ${entry})` : ''}`;
}
