import { parseArgs } from 'node:util';
import { openLog } from '#platform/log.ts';
import { readSettings } from '#main/settings.ts';
import { createAdmin } from './admin-create.ts';
import { recountAnswers } from './answers-recount.ts';
import { backup } from './backup.ts';
import { move } from './move.ts';
import { openCommand } from './open-command.ts';
import { restore } from './restore.ts';

const USAGE = `Usage: npm run polku -- <command>

  admin create --email <address> --name <name>   adds an administrator; prints the password once
  answers recount                                says whether all figures equal the answers
  backup --to <file|folder|->                    writes a backup of everything, while Polku goes on
  restore --from <file|->                        fills an empty DATA_DIR or DATABASE_URL from a backup
  move --to <DATABASE_URL>                       moves the county to a server, while Polku goes on
`;

const COMMANDS = { 'admin create': createAdmin, 'answers recount': recountAnswers } as const;

/** These work on a whole database, which they neither bring up to date nor need a county in. */
const WHOLE_DATABASE = { backup, restore, move } as const;

/** Finds the command, runs it over the county's database, and ends with 0 when it went well. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
    },
    allowPositionals: true,
  });
  const whole = WHOLE_DATABASE[positionals.join(' ') as keyof typeof WHOLE_DATABASE];
  if (whole) return whole(readSettings(process.env), values);
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
