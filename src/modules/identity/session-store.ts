import { type Kysely, sql } from 'kysely';
import type { Actor, Context, RoleOnNode } from '#platform/context.ts';
import { hashOf, newSecret } from '#platform/ids.ts';
import { oldRows } from '#platform/retention.ts';
import type { IdentityTables } from './tables.ts';

/** Opens a session and gives the secret for the cookie; the database holds only its hash. It ends after 12 hours. */
export async function openSession(ctx: Context<IdentityTables>, account: string): Promise<string> {
  const secret = newSecret();
  await sql`
    insert into session (county_id, token_hash, account_id, expires_at)
    values (${ctx.county}, ${hashOf(secret)}, ${account}, now() + interval '12 hours')`.execute(
    ctx.db,
  );
  await sql`delete from session where county_id = ${ctx.county} and account_id = ${account} and expires_at < now()`.execute(
    ctx.db,
  );
  return secret;
}

/** Who holds this session, with the roles as they are just now; nothing for an ended, idle (2 h) or unknown one. */
export async function identifySession(
  db: Kysely<IdentityTables>,
  county: string,
  secret: string,
): Promise<(Actor & { kind: 'account' }) | undefined> {
  const { rows } = await sql<{ account_id: string; stale: boolean; roles: RoleOnNode[] | null }>`
    select s.account_id, s.seen_at < now() - interval '1 minute' as stale,
      (select jsonb_agg(jsonb_build_object('role', r.role, 'node', r.node_id)) from account_role r
        where r.county_id = s.county_id and r.account_id = s.account_id) as roles
    from session s join account a on a.county_id = s.county_id and a.id = s.account_id
    where s.county_id = ${county} and s.token_hash = ${hashOf(secret)} and a.closed_at is null
      and s.expires_at > now() and s.seen_at > now() - interval '2 hours'`.execute(db);
  const session = rows[0];
  if (!session) return undefined;
  if (session.stale) {
    // Where nothing can be stored just now, people may read all the same; their session only ends a little earlier.
    await sql`update session set seen_at = now() where county_id = ${county} and token_hash = ${hashOf(secret)}`
      .execute(db)
      .catch(() => undefined);
  }
  return { kind: 'account', id: session.account_id, roles: session.roles ?? [] };
}

/** Ends one session. */
export async function endSession(ctx: Context<IdentityTables>, secret: string): Promise<void> {
  await ctx.db
    .deleteFrom('session')
    .where('county_id', '=', ctx.county)
    .where('token_hash', '=', hashOf(secret))
    .execute();
}

/** Ends every session of an account. */
export async function endSessionsOf(ctx: Context<IdentityTables>, account: string): Promise<void> {
  await ctx.db
    .deleteFrom('session')
    .where('county_id', '=', ctx.county)
    .where('account_id', '=', account)
    .execute();
}

/** Sessions that have ended. */
export const endedSessions = oldRows('session', 'expires_at');
