import { accountOf, type Context } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import { getElement } from './element-store.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import { tellPath } from './path-news.ts';
import type {
  AnswerForm,
  CommentForm,
  RequestForm,
  ReviewKind,
  Verdict,
} from './review-contract.ts';
import { insertReview, selectWriters } from './review-store.ts';
import type { PathTables } from './tables.ts';
import { findVersions, getVersion, lockPath, type Version } from './version-store.ts';

type Ctx = Context<PathTables>;

/** Asks for a review of the draft as it is now. @throws AppError `conflict` without a draft. */
export async function requestReview(
  ctx: Ctx,
  path: string,
  { kind, text }: RequestForm,
): Promise<void> {
  refuseIdentityCode(text, '/text');
  await lockPath(ctx, path);
  const { draft } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  await write(ctx, path, { version: draft, kind, what: 'request', text });
}

/**
 * Approves what the reviewer has read, or sends it back. Nobody approves what they have edited themselves since the
 * last approval, and nothing is approved that was changed after the reviewer had read it.
 *
 * @throws AppError `conflict` for another revision than the present one, `forbidden` for an editor of it.
 */
export async function decide(ctx: Ctx, path: string, given: Verdict): Promise<void> {
  const { number, revision, kind, verdict, text } = given;
  refuseIdentityCode(text, '/text');
  if (verdict === 'rejection' && text === '')
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/text', code: 'missing' }],
    });
  await lockPath(ctx, path);
  const version = await getVersion(ctx, path, number);
  if (version.status !== 'draft' && version.status !== 'published')
    throw new AppError('conflict', 'version-past');
  if (version.revision !== revision) throw new AppError('conflict', 'path-changed');
  if (verdict === 'approval' && (await hasEdited(ctx, path, version, kind)))
    throw new AppError('forbidden', 'reviewer-edited');
  await write(ctx, path, { version, kind, what: verdict, text });
}

const hasEdited = async (
  ctx: Ctx,
  path: string,
  version: Version,
  kind: ReviewKind,
): Promise<boolean> => (await selectWriters(ctx, path, version, kind)).includes(accountOf(ctx));

/** Comments on the draft, or on what is published when there is none; on the spot where the comment says one. */
export async function comment(ctx: Ctx, path: string, form: CommentForm): Promise<string> {
  const { kind, text, anchor, field, variant } = form;
  refuseIdentityCode(text, '/text');
  await lockPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  const version = found(draft ?? published, 'path-not-found');
  // What was removed can be commented too: it stands in the published version.
  if (anchor !== null)
    await getElement(ctx, version.id, anchor).catch((error: unknown) => {
      if (!published || version === published) throw error;
      return getElement(ctx, published.id, anchor);
    });
  return write(ctx, path, {
    version,
    kind,
    what: 'comment',
    text,
    place: { anchor, field, variant },
  });
}

/** Answers a comment, and says that it is in order when it is. */
export async function answerComment(
  ctx: Ctx,
  path: string,
  id: string,
  { text, resolves }: AnswerForm,
): Promise<void> {
  refuseIdentityCode(text, '/text');
  if (!resolves && text === '')
    throw new AppError('invalid', 'input-invalid', {
      faults: [{ pointer: '/text', code: 'missing' }],
    });
  await lockPath(ctx, path);
  const row = await ctx.db
    .selectFrom('path_review')
    .select('kind')
    .where('county_id', '=', ctx.county)
    .where('path_id', '=', path)
    .where('id', '=', id)
    .where('what', '=', 'comment')
    .executeTakeFirst();
  const { kind } = found(row, 'comment-not-found');
  const { draft, published } = await findVersions(ctx, path);
  const version = found(draft ?? published, 'path-not-found');
  await write(ctx, path, {
    version,
    kind,
    what: resolves ? 'resolution' : 'answer',
    text,
    answers: id,
  });
}

async function write(
  ctx: Ctx,
  path: string,
  review: Omit<Parameters<typeof insertReview>[1], 'path' | 'account'>,
): Promise<string> {
  const id = await insertReview(ctx, { ...review, path, account: accountOf(ctx) });
  await tellPath(ctx, path);
  return id;
}
