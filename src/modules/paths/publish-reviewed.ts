import type { Actor, Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { pointerOf, publishDraft } from './publish-draft.ts';
import type { PublicationForm } from './review-contract.ts';
import { requiredKinds } from './review-state.ts';
import { decide } from './review.ts';
import type { PathWorld } from './tables.ts';
import { findVersions, getPath } from './version-store.ts';

/** Who reviews a path: its content and, when it is about care, the care. */
export interface Reviewers {
  readonly content: Actor;
  readonly clinical: Actor;
  /** What they say of it; nothing unless told. */
  readonly text?: string;
}

/**
 * Has the draft approved as it is now by the given people and publishes it, through the same gates as any other. `notes` say what
 * it changes.
 *
 * @throws AppError `invalid` when it is not fit to be published, `conflict` without a draft.
 */
export async function publishReviewed(
  ctx: Context<PathWorld>,
  path: string,
  reviewers: Reviewers,
  notes: Partial<PublicationForm> = {},
): Promise<void> {
  const { clinical } = await getPath(ctx, path);
  const { draft } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  const { number, revision } = draft;
  for (const kind of requiredKinds(clinical)) {
    const actor = reviewers[kind === 'clinical' ? 'clinical' : 'content'];
    await decide({ ...ctx, actor }, path, {
      kind,
      number,
      revision,
      verdict: 'approval',
      text: reviewers.text ?? '',
    });
  }
  const outcome = await publishDraft(ctx, path, notes);
  if (outcome.kind === 'unfit') {
    throw new AppError('invalid', 'path-unfit', {
      faults: outcome.faults.map((fault) => ({ pointer: pointerOf(fault), code: fault.code })),
    });
  }
}
