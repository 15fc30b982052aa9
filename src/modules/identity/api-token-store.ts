import { type Kysely, sql } from 'kysely';
import type { Actor, Context, Role } from '#platform/context.ts';
import { hashOf } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import type { ApiToken } from './contract.ts';
import type { IdentityTables } from './tables.ts';

interface Row {
  id: string;
  name: string;
  purpose: string;
  role: Role;
  node_id: string;
  ending: string;
  state: ApiToken['state'];
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

/** The tokens, those that are valid first and then by name; one of them when an id is given. */
export async function selectApiTokens(
  ctx: Context<IdentityTables>,
  id?: string,
): Promise<ApiToken[]> {
  const one = id === undefined ? sql`` : sql`and t.id = ${id}`;
  const { rows } = await sql<Row>`
    select t.id, t.name, t.purpose, t.role, t.node_id, t.ending, t.created_at, a.name as created_by, t.expires_at, t.used_at,
      t.revoked_at,
      case when t.revoked_at is not null then 'revoked' when t.expires_at <= now() then 'expired'
        when t.expires_at <= now() + interval '14 days' then 'ends-soon' else 'valid' end as state
    from api_token t left join account a on a.county_id = t.county_id and a.id = t.created_by
    where t.county_id = ${ctx.county} ${one}
    order by t.revoked_at is not null or t.expires_at <= now(), t.name, t.id`.execute(ctx.db);
  return rows.map(apiTokenOf);
}

const apiTokenOf = ({ node_id, created_at, created_by, expires_at, ...row }: Row): ApiToken => ({
  id: row.id,
  name: row.name,
  purpose: row.purpose,
  role: row.role,
  node: node_id,
  ending: row.ending,
  state: row.state,
  created: dayOf(created_at),
  createdBy: created_by,
  // It expires as the day after begins.
  lastDay: dayOf(new Date(expires_at.getTime() - 1)),
  used: row.used_at?.toISOString() ?? null,
  revoked: row.revoked_at && dayOf(row.revoked_at),
});

/**
 * The system that holds this token, as an actor with one role on one node; nothing for an unknown, expired or revoked
 * one. Asked with every request, so that a revoked token is refused at once. Its use is written once a minute.
 */
export async function identifyApiToken(
  db: Kysely<IdentityTables>,
  county: string,
  token: string,
): Promise<(Actor & { kind: 'token' }) | undefined> {
  const hash = hashOf(token);
  const { rows } = await sql<{ id: string; role: Role; node_id: string; stale: boolean }>`
    select id, role, node_id, coalesce(used_at < now() - interval '1 minute', true) as stale from api_token
    where county_id = ${county} and token_hash = ${hash} and revoked_at is null and expires_at > now()`.execute(
    db,
  );
  const found = rows[0];
  if (!found) return undefined;
  if (found.stale) {
    await sql`
      update api_token set used_at = now()
      where county_id = ${county} and token_hash = ${hash} and coalesce(used_at < now() - interval '1 minute', true)`.execute(
      db,
    );
  }
  return { kind: 'token', id: found.id, roles: [{ role: found.role, node: found.node_id }] };
}
