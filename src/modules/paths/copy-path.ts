import type { Context } from '#platform/context.ts';
import { mayOn } from '#platform/permissions.ts';
import { AppError } from '#platform/errors.ts';
import { exportPath } from './export-path.ts';
import { ensureSlug } from './path-address.ts';
import { importPath } from './import-path.ts';
import { PathDocument } from './path-document.ts';
import { can } from './permissions.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import type { PathCopyForm } from './table-contract.ts';
import type { PathWorld } from './tables.ts';
import { TEMPLATES } from './path-templates.ts';
import { getPathOwner } from './version-store.ts';

type Ctx = Context<PathWorld>;

/**
 * Begins a path as a template or as another path, under a title of its own; its id comes back. What a template
 * prompts to write cannot be published.
 *
 * @throws AppError `forbidden` for a path that the account may not read, `invalid`, `not-found`.
 */
export async function copyPath(ctx: Ctx, { node, title, from }: PathCopyForm): Promise<string> {
  refuseIdentityCode(title.fi, '/title/fi');
  const document =
    from.kind === 'template'
      ? PathDocument.parse(TEMPLATES[from.template])
      : await documentOfPath(ctx, from.path);
  const id = await importPath(ctx, { node, units: [], document: retitled(document, title) });
  await ensureSlug(ctx, id, 'fi', title.fi);
  return id;
}

async function documentOfPath(ctx: Ctx, path: string): Promise<PathDocument> {
  if (!(await mayOn(ctx, can.exportPath, await getPathOwner(ctx, path))))
    throw new AppError('forbidden', 'not-allowed');
  return exportPath(ctx, path);
}

/** The document under another title, which is yet to be translated, and without addresses. */
const retitled = (document: PathDocument, title: { readonly fi: string }): PathDocument => ({
  ...document,
  slugs: {},
  path: { ...document.path, texts: { ...document.path.texts, title } },
});
