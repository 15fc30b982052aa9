import { openDatabase } from '#main/database.ts';
import { findCounty, type OrganisationTables } from '#modules/organisation';
import { type AuditTables, recordAudit } from '#platform/audit.ts';

/**
 * Writes into the audit log that somebody took all data along. A database that takes nothing in just now (a full disk)
 * must be backed up all the same, so then it is only said.
 */
export async function noteInAudit(url: string, action: string): Promise<void> {
  const { db, pool } = openDatabase<AuditTables & OrganisationTables>(url, 1);
  try {
    const county = (await findCounty(db as never))?.id;
    if (county === undefined) return;
    const actor = { kind: 'system', name: 'command' } as const;
    await recordAudit(db as never, { county, actor, requestId: 'command', at: new Date() }, [
      { action },
    ]);
  } catch (error) {
    process.stderr.write(
      `This could not be written into the audit log: ${(error as Error).message}\n`,
    );
  } finally {
    await pool.end();
  }
}
