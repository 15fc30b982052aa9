import { findChannels } from '#modules/channels';
import { getCounty } from '#modules/organisation';
import { accountOf, type Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { settleAnchors } from './anchor.ts';
import { findTypedContacts } from './contact-typed.ts';
import { findFaults } from './draft-faults.ts';
import { selectContent } from './element-store.ts';
import { refuseIdentityCode } from '#platform/identity-code.ts';
import { insertNotice } from './notice-store.ts';
import { findLinkFaults } from './link-faults.ts';
import { selectSlugs } from './path-address.ts';
import { pathPublished } from './path-events.ts';
import type { PathFault } from './path-fault.ts';
import { tellPath } from './path-news.ts';
import { findPromiseFaults } from './promise-faults.ts';
import type { EmergencyForm, PublicationForm } from './review-contract.ts';
import { dueAfter } from './review-due.ts';
import { findReviewFaults } from './review-state.ts';
import type { PathWorld } from './tables.ts';
import { actorId, findVersions, getPath, lockPath, type Version } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** Published as this number, or left a draft because of these faults. */
export type Publication =
  | { readonly kind: 'published'; readonly number: number }
  | { readonly kind: 'unfit'; readonly faults: readonly PathFault[] };

/** What keeps the path from being published just now; of a path without a draft, what would keep it from it again. */
export async function checkDraft(ctx: Ctx, path: string): Promise<PathFault[]> {
  const { clinical } = await getPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  const version = draft ?? published;
  if (!version) throw new AppError('conflict', 'no-draft');
  return [
    ...(await checkContent(ctx, path, version, clinical)),
    ...(await findReviewFaults(ctx, path, version, clinical)),
  ];
}

async function checkContent(
  ctx: Ctx,
  path: string,
  version: Version,
  clinical: boolean,
): Promise<PathFault[]> {
  const elements = await selectContent(ctx, version.id);
  const channels = await findChannels(
    ctx,
    elements.flatMap(({ channel }) => channel ?? []),
  );
  const { languages } = await getCounty(ctx);
  const faults = findFaults({
    elements,
    languages,
    slugs: await selectSlugs(ctx, path),
    clinical,
    channels,
  });
  return [
    ...faults,
    ...findTypedContacts(elements),
    ...(await findPromiseFaults(ctx, elements)),
    ...(await findLinkFaults(ctx, version.id, elements, channels)),
  ];
}

/**
 * Makes the draft what everybody sees; the former version stays as it was, superseded. All is checked here, at the
 * moment of publishing: what the draft lacks, and whether it was reviewed as it is now. `by` is whoever set the time of
 * a publication that the clock does. @throws AppError `conflict` when there is no draft.
 */
export async function publishDraft(
  ctx: Ctx,
  path: string,
  notes: Partial<PublicationForm> = {},
  by = actorId(ctx),
): Promise<Publication> {
  await lockPath(ctx, path);
  const faults = await checkDraft(ctx, path);
  if (faults.length > 0) return refuse(ctx, path, faults);
  return publish(ctx, path, notes, by);
}

/**
 * Publishes a draft that nobody has reviewed, because it cannot wait. What it lacks besides keeps it from that as ever.
 * The reason stands on the path, and the review that was left out stays open until somebody does it.
 */
export async function publishInEmergency(
  ctx: Ctx,
  path: string,
  { reason, ...notes }: EmergencyForm,
): Promise<Publication> {
  refuseIdentityCode(reason, '/reason');
  await lockPath(ctx, path);
  const draft = await getWaiting(ctx, path);
  const { clinical } = await getPath(ctx, path);
  const faults = await checkContent(ctx, path, draft, clinical);
  if (faults.length > 0) return { kind: 'unfit', faults };
  await insertNotice(ctx, {
    path,
    version: draft.id,
    kind: 'emergency',
    text: reason,
    account: accountOf(ctx),
  });
  return publish(ctx, path, notes, actorId(ctx));
}

async function refuse(ctx: Ctx, path: string, faults: PathFault[]): Promise<Publication> {
  await getWaiting(ctx, path);
  return { kind: 'unfit', faults };
}

async function getWaiting(ctx: Ctx, path: string): Promise<Version> {
  const { draft } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  return draft;
}

async function publish(
  ctx: Ctx,
  path: string,
  notes: Partial<PublicationForm>,
  by: string | null,
): Promise<Publication> {
  refuseNotes(notes);
  const { changeNote, internalNote } = notes;
  const { draft, published } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  const { review_months } = await getPath(ctx, path);
  if (published) await setStatus(ctx, published.id, { status: 'superseded' });
  await setStatus(ctx, draft.id, {
    status: 'published',
    publish_at: null,
    published_at: ctx.now(),
    published_by: by,
    review_due: dueAfter(ctx.now(), review_months),
    ...(changeNote && { change_note: JSON.stringify(changeNote) }),
    ...(internalNote !== undefined && { internal_note: internalNote }),
  });
  await settleAnchors(ctx, path);
  await ctx.emit(pathPublished({ path }));
  await tellPath(ctx, path);
  return { kind: 'published', number: draft.number };
}

/** Stops personal identity codes in what goes with a publication. */
export function refuseNotes({
  changeNote = {},
  internalNote = '',
}: Partial<PublicationForm>): void {
  for (const [language, text] of Object.entries(changeNote))
    refuseIdentityCode(text ?? '', `/changeNote/${language}`);
  refuseIdentityCode(internalNote, '/internalNote');
}

/** Where a fault is, as a JSON pointer: the anchor, then the field, then the language. */
export const pointerOf = ({ anchor, field, language }: PathFault): string =>
  ['', anchor, field, language].filter((part) => part !== null).join('/');

type StatusChange = {
  status: Version['status'];
  publish_at?: null;
  published_at?: Date;
  published_by?: string | null;
  review_due?: string;
  change_note?: string;
  internal_note?: string;
};

async function setStatus(ctx: Ctx, version: string, change: StatusChange): Promise<void> {
  await ctx.db
    .updateTable('path_version')
    .set(change)
    .where('county_id', '=', ctx.county)
    .where('id', '=', version)
    .execute();
}
