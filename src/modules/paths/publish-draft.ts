import { findChannels } from '#modules/channels';
import { getCounty } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { dayOf } from '#platform/time.ts';
import { settleAnchors } from './anchor.ts';
import { findTypedContacts } from './contact-typed.ts';
import type { PathFault } from './contract.ts';
import { findFaults } from './draft-faults.ts';
import { selectContent } from './element-store.ts';
import { findLinkFaults } from './link-faults.ts';
import { selectSlugs } from './path-address.ts';
import { pathPublished } from './path-events.ts';
import type { PathWorld } from './tables.ts';
import { actorId, findVersions, getPath, lockPath, type Version } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** After how many months a published path must be looked at again. */
const REVIEW_MONTHS = 6;

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
    ...(await findLinkFaults(ctx, version.id, elements, channels)),
  ];
}

/**
 * Makes the draft what everybody sees; the former version stays as it was, superseded. All is checked here, at the
 * moment of publishing. @throws AppError `conflict` when there is no draft.
 */
export async function publishDraft(ctx: Ctx, path: string): Promise<Publication> {
  await lockPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  const faults = await checkDraft(ctx, path);
  if (faults.length > 0) return { kind: 'unfit', faults };
  if (published) await setStatus(ctx, published.id, { status: 'superseded' });
  await setStatus(ctx, draft.id, {
    status: 'published',
    published_at: ctx.now(),
    published_by: actorId(ctx),
    review_due: Temporal.PlainDate.from(dayOf(ctx.now())).add({ months: REVIEW_MONTHS }).toString(),
  });
  await settleAnchors(ctx, path);
  await ctx.emit(pathPublished({ path }));
  return { kind: 'published', number: draft.number };
}

/** Where a fault is, as a JSON pointer: the anchor, then the field, then the language. */
export const pointerOf = ({ anchor, field, language }: PathFault): string =>
  ['', anchor, field, language].filter((part) => part !== null).join('/');

type StatusChange = {
  status: Version['status'];
  published_at?: Date;
  published_by?: string | null;
  review_due?: string;
};

async function setStatus(ctx: Ctx, version: string, change: StatusChange): Promise<void> {
  await ctx.db
    .updateTable('path_version')
    .set(change)
    .where('county_id', '=', ctx.county)
    .where('id', '=', version)
    .execute();
}
