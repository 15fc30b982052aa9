import { parseArgs } from 'node:util';
import { openLog } from '#platform/log.ts';
import { readSettings } from '#main/settings.ts';
import { createAdmin } from './admin-create.ts';
import { recountAnswers } from './answers-recount.ts';
import { verifyAudit } from './audit-verify.ts';
import { openCommand } from './open-command.ts';

const USAGE = `Usage: npm run polku -- <command>

  admin create --email <address> --name <name>   adds an administrator; prints the password once
  answers recount                                says whether all figures equal the answers
  audit verify [--head <number>:<hash>]          finds what was changed in the audit log
`;

const COMMANDS = {
  'admin create': createAdmin,
  'answers recount': recountAnswers,
  'audit verify': verifyAudit,
} as const;

/** Finds the command, runs it over the county's database, and ends with 0 when it went well. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string' }, head: { type: 'string' } },
    allowPositionals: true,
  });
  const command = COMMANDS[positionals.join(' ') as keyof typeof COMMANDS];
  if (!command) {
    process.stderr.write(USAGE);
    return 2;
  }
  const settings = readSettings(process.env);
  const opened = await openCommand(settings, openLog('silent'));
  try {
    return await command(opened, values);
  } finally {
    await opened.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
