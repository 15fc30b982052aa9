import { parseArgs } from 'node:util';
import { openLog } from '#platform/log.ts';
import { readSettings } from '#main/settings.ts';
import { createAdmin } from './admin-create.ts';
import { recountAnswers } from './answers-recount.ts';
import { verifyAudit } from './audit-verify.ts';
import { exportUnits } from './units-export.ts';
import { importUnits } from './units-import.ts';
import { fetchChannelsNow } from './channels-fetch.ts';
import { exportPathFile } from './path-export.ts';
import { importPathFile } from './path-import.ts';
import { validatePathFile } from './path-validate.ts';
import { createToken } from './token-create.ts';
import { listTokens } from './token-list.ts';
import { revokeToken } from './token-revoke.ts';
import { backup } from './backup.ts';
import { move } from './move.ts';
import { openCommand } from './open-command.ts';
import { restore } from './restore.ts';

const USAGE = `Usage: npm run polku -- <command>

  admin create --email <address> --name <name>   adds an administrator; prints the password once
  answers recount                                says whether all figures equal the answers
  channels fetch                                 copies the channels of the county's organisation from PTV now
  units export                                   prints the tree of nodes as CSV
  units import <file> [--dry-run]                brings the tree in from a CSV file; --dry-run only says what would change
  path validate <file> [--county]                names all that is wrong with a path file; --county also looks for its channels
  path export <id or address> [file]             writes a path as a file; without a file it is printed
  path import <file> --node <code or id>         begins a path as a draft from a file; publishes nothing
  token create --name <system> --role <role> --node <code> [--purpose <text>] [--days <1–366>]
                                                 makes a token for another system; prints it once
  token list                                     all tokens with their last use
  token revoke --id <id>                         revokes a token at once
  audit verify [--head <number>:<hash>]          finds what was changed in the audit log
  backup --to <file|folder|->                    writes a backup of everything, while Polku goes on
  restore --from <file|->                        fills an empty DATA_DIR or DATABASE_URL from a backup
  move --to <DATABASE_URL>                       moves the county to a server, while Polku goes on
`;

const COMMANDS = {
  'admin create': createAdmin,
  'answers recount': recountAnswers,
  'channels fetch': fetchChannelsNow,
  'units export': exportUnits,
  'units import': importUnits,
  'path export': exportPathFile,
  'path import': importPathFile,
  'token create': createToken,
  'token list': listTokens,
  'token revoke': revokeToken,
  'audit verify': verifyAudit,
} as const;

/** These work on a whole database, which they neither bring up to date nor need a county in. */
const WHOLE_DATABASE = { backup, restore, move } as const;

/** These need a county only when they are told to. */
const ON_A_FILE = { 'path validate': validatePathFile } as const;

/** Finds the command, runs it over the county's database, and ends with 0 when it went well. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      purpose: { type: 'string' },
      role: { type: 'string' },
      node: { type: 'string' },
      days: { type: 'string' },
      id: { type: 'string' },
      head: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
      county: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [area, verb, ...given] = positionals;
  const whole = verb === undefined && WHOLE_DATABASE[area as keyof typeof WHOLE_DATABASE];
  if (whole) return whole(readSettings(process.env), values);
  const onFile = ON_A_FILE[`${area} ${verb}` as keyof typeof ON_A_FILE];
  if (onFile && !values.county) return onFile(undefined, { ...values, given });
  const command = { ...COMMANDS, ...ON_A_FILE }[
    `${area} ${verb}` as keyof typeof COMMANDS | keyof typeof ON_A_FILE
  ];
  if (!command) {
    process.stderr.write(USAGE);
    return 2;
  }
  const settings = readSettings(process.env);
  const opened = await openCommand(settings, openLog('silent'));
  try {
    return await command(opened, { ...values, given });
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
