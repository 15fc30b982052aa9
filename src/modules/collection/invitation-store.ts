import { sql } from 'kysely';
import type { AnswerChannel } from '#modules/feedback';
import type { LocalText } from '#platform/i18n.ts';
import { oldRows } from '#platform/retention.ts';
import type { OpenForm } from './open-form.ts';
import type { CollectionContext } from './tables.ts';

/** Where an invitation's answer belongs. */
export interface Invitation {
  readonly tokenHash: Buffer;
  readonly surveyVersion: string;
  readonly node: string;
  readonly path: { readonly id: string; readonly anchor: string } | null;
  readonly channel: AnswerChannel;
}

interface InvitationRow {
  token_hash: Buffer;
  survey_version_id: string;
  node_id: string;
  path_id: string | null;
  anchor: string | null;
  channel: AnswerChannel;
}

const invitationOf = (row: InvitationRow): Invitation => ({
  tokenHash: row.token_hash,
  surveyVersion: row.survey_version_id,
  node: row.node_id,
  path:
    row.path_id === null || row.anchor === null ? null : { id: row.path_id, anchor: row.anchor },
  channel: row.channel,
});

/**
 * Uses up those of the invitations that are unused, have not expired and ask the version that was answered; what
 * comes back was used by this transaction and no other. They are locked in one order, so that two batches with the
 * same tokens never wait for each other in a circle.
 */
export async function consumeInvitations(
  ctx: CollectionContext,
  wanted: readonly { tokenHash: Buffer; surveyVersion: string }[],
): Promise<Map<string, Invitation>> {
  if (wanted.length === 0) return new Map();
  // Sorted here and looked up one by one: without `lateral`, a table whose statistics are old is read as a whole.
  const sorted = wanted.toSorted((one, other) => one.tokenHash.compare(other.tokenHash));
  const hashes = sorted.map(({ tokenHash }) => tokenHash);
  const versions = sorted.map(({ surveyVersion }) => surveyVersion);
  const { rows } = await sql<InvitationRow>`
    with wanted as materialized (
      select found.token_hash
      from unnest(${hashes}::bytea[], ${versions}::uuid[]) as w (token_hash, version_id)
      cross join lateral (
        select i.token_hash from invitation i
        where i.county_id = ${ctx.county} and i.token_hash = w.token_hash and i.survey_version_id = w.version_id
          and not i.used and i.expires_at > now()
        for update of i
      ) as found
    )
    update invitation i set used = true
    from wanted
    where i.county_id = ${ctx.county} and i.token_hash = wanted.token_hash
    returning i.token_hash, i.survey_version_id, i.node_id, i.path_id, i.anchor, i.channel`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.token_hash.toString('hex'), invitationOf(row)]));
}

/** Makes invitations that this transaction has used usable again. */
export async function giveBackInvitations(
  ctx: CollectionContext,
  hashes: readonly Buffer[],
): Promise<void> {
  if (hashes.length === 0) return;
  await sql`
    update invitation set used = false
    where county_id = ${ctx.county} and token_hash = any(${hashes}::bytea[])`.execute(ctx.db);
}

/** The invitations of these tokens that can still be answered. Changes nothing. */
export async function findUsableInvitations(
  ctx: CollectionContext,
  hashes: readonly Buffer[],
): Promise<Map<string, Invitation>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<InvitationRow>`
    select token_hash, survey_version_id, node_id, path_id, anchor, channel from invitation
    where county_id = ${ctx.county} and token_hash = any(${hashes}::bytea[]) and not used and expires_at > now()`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.token_hash.toString('hex'), invitationOf(row)]));
}

/** The form of an invitation that can still be answered. Changes nothing. */
export async function findFormOfInvitation(
  ctx: CollectionContext,
  tokenHash: Buffer,
): Promise<OpenForm | undefined> {
  const { rows } = await sql<InvitationRow & { name: LocalText | null }>`
    select i.survey_version_id, i.node_id, i.path_id, i.anchor,
      (select jsonb_object_agg(m.language, m.name) from node_name m where m.county_id = i.county_id and m.node_id = i.node_id) as name
    from invitation i
    where i.county_id = ${ctx.county} and i.token_hash = ${tokenHash} and not i.used and i.expires_at > now()`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { surveyVersion, node, path } = invitationOf(row);
  return { version: surveyVersion, node: { id: node, name: row.name ?? {} }, units: [], path };
}

/** Writes invitations that are all alike but for their tokens. */
export async function insertInvitations(
  ctx: CollectionContext,
  hashes: readonly Buffer[],
  alike: Omit<Invitation, 'tokenHash'> & { expires: Date },
): Promise<void> {
  await sql`
    insert into invitation (county_id, token_hash, survey_version_id, node_id, path_id, anchor, channel, created_at, expires_at)
    select ${ctx.county}::uuid, h, ${alike.surveyVersion}::uuid, ${alike.node}::uuid, ${alike.path?.id ?? null}::uuid,
      ${alike.path?.anchor ?? null}::text, ${alike.channel}, ${ctx.now()}::timestamptz, ${alike.expires}::timestamptz
    from unnest(${hashes}::bytea[]) as h`.execute(ctx.db);
}

/** An invitation of its own place and time, to be written. */
export type NewInvitation = Invitation & { readonly expires: Date };

/**
 * Writes invitations; one that stands already is left as it is. The hashes of those that were written come back. Sorted
 * by hash, so that two batches with the same invitations never wait for each other in a circle.
 */
export async function insertMissingInvitations(
  ctx: CollectionContext,
  unsorted: readonly NewInvitation[],
): Promise<Set<string>> {
  const all = unsorted.toSorted((one, other) => one.tokenHash.compare(other.tokenHash));
  const { rows } = await sql<{ token_hash: Buffer }>`
    insert into invitation (county_id, token_hash, survey_version_id, node_id, path_id, anchor, channel, created_at, expires_at)
    select ${ctx.county}::uuid, g.token_hash, g.version_id, g.node_id, g.path_id, g.anchor, g.channel, ${ctx.now()}::timestamptz,
      g.expires_at
    from unnest(
      ${all.map(({ tokenHash }) => tokenHash)}::bytea[], ${all.map(({ surveyVersion }) => surveyVersion)}::uuid[],
      ${all.map(({ node }) => node)}::uuid[], ${all.map(({ path }) => path?.id ?? null)}::uuid[],
      ${all.map(({ path }) => path?.anchor ?? null)}::text[], ${all.map(({ channel }) => channel)}::text[],
      ${all.map(({ expires }) => expires)}::timestamptz[]
    ) as g (token_hash, version_id, node_id, path_id, anchor, channel, expires_at)
    on conflict (county_id, token_hash) do nothing
    returning token_hash`.execute(ctx.db);
  return new Set(rows.map(({ token_hash }) => token_hash.toString('hex')));
}

/** The invitations of these tokens by their hashes, used and expired ones too. */
export async function findInvitations(
  ctx: CollectionContext,
  hashes: readonly Buffer[],
): Promise<Map<string, NewInvitation>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<InvitationRow & { expires_at: Date }>`
    select found.* from unnest(${[...hashes]}::bytea[]) as w (token_hash)
    cross join lateral (
      select i.token_hash, i.survey_version_id, i.node_id, i.path_id, i.anchor, i.channel, i.expires_at from invitation i
      where i.county_id = ${ctx.county} and i.token_hash = w.token_hash limit 1
    ) as found`.execute(ctx.db);
  return new Map(
    rows.map((row) => [
      row.token_hash.toString('hex'),
      { ...invitationOf(row), expires: row.expires_at },
    ]),
  );
}

/** Invitations that ended so long ago that nobody asks for them any more. */
export const oldInvitations = oldRows('invitation', 'expires_at');
