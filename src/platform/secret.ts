import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/** A key of 256 random bits that all processes of an installation share; the first who asks for it makes it. */
export async function sharedSecret<Tables>(db: Kysely<Tables>, name: string): Promise<string> {
  await sql`insert into secret (name, value) values (${name}, ${randomBytes(32)}) on conflict do nothing`.execute(
    db,
  );
  const { rows } = await sql<{
    value: Buffer;
  }>`select value from secret where name = ${name}`.execute(db);
  return rows[0]!.value.toString('base64');
}
