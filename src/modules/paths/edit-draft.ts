import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { settleAnchors } from './anchor.ts';
import type { PathTables } from './tables.ts';
import {
  bumpRevision,
  deleteDraft,
  findVersions,
  insertDraft,
  lockPath,
  type Version,
} from './version-store.ts';

type Ctx = Context<PathTables>;

/** The path's draft; without one, a new one that holds what the published version holds. Locks the path. */
export async function ensureDraft(ctx: Ctx, path: string): Promise<Version> {
  await lockPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  return draft ?? insertDraft(ctx, path, published);
}

/** A change of the draft that has begun: whose content, and at which revision. */
export interface Change {
  readonly version: string;
  readonly revision: number;
}

/** Begins a change of the draft, after any other of the same path. */
export async function beginChange(ctx: Ctx, path: string): Promise<Change> {
  const draft = await ensureDraft(ctx, path);
  return { version: draft.id, revision: await bumpRevision(ctx, draft.id) };
}

/** Throws the draft away; the published version is what stays. @throws AppError `conflict` without either. */
export async function discardDraft(ctx: Ctx, path: string): Promise<void> {
  await lockPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  if (!published) throw new AppError('conflict', 'never-published');
  await deleteDraft(ctx, draft.id);
  await settleAnchors(ctx, path);
}
