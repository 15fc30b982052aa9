import { createHash } from 'node:crypto';
import { basename, relative } from 'node:path';

/** The name of a CSS module's class: the same in both builds, so that pages from the server fit the styles of the client. */
export function generateScopedName(local: string, file: string): string {
  const path = relative(import.meta.dirname, file.replace(/\?.*$/, ''));
  const hash = createHash('sha256').update(`${path} ${local}`).digest('base64url').slice(0, 4);
  return `${basename(path, '.module.css')}-${local}-${hash}`;
}
