import { sql } from 'kysely';
import { join } from 'node:path';
import { findCounty, type OrganisationTables } from '#modules/organisation';
import { newId } from '#platform/ids.ts';
import { createEdge, type Edge } from '#platform/transaction.ts';
import { dayOf } from '#platform/time.ts';
import { openDatabase } from './database.ts';
import { fillExample } from './example/fill.ts';
import { inventAnswers } from './example/invent-answers.ts';
import { migrateAll } from './migrate.ts';
import { refuseSealed } from './move/refuse-sealed.ts';
import { bringNewSurveys } from './instrument/enter-surveys.ts';
import { prepareCounty } from './prepare-county.ts';
import type { Settings } from './settings.ts';

/** Whoever makes or brings the county of a database holds this lock, so that there is never a second one. */
export const COUNTY_LOCK = 7_065_108;

/** Migrates the database and gives the id of its county; the first start makes one. */
export async function openCounty(
  url: string,
  root: string,
  { mode }: Pick<Settings, 'mode'>,
  say: (line: string) => void,
): Promise<string> {
  await refuseSealed(url);
  await migrateAll(url, join(root, 'migrations'));
  const { db, pool } = openDatabase<OrganisationTables>(url, 2);
  try {
    const standing = await findCounty(db);
    const fit = standing && fitFor(mode, standing);
    const county = fit ?? newId();
    // Nothing is listening yet, and the figures are rebuilt at once, so neither jobs nor reactions are needed.
    const jobs = { plan: async () => undefined, wake: () => undefined };
    const edge = createEdge({ pool, county, clock: () => new Date(), jobs, reactions: [] });
    if (fit !== undefined) {
      await bringWhatIsNew(edge, say);
      return fit;
    }
    const invented = mode === 'example' && inventAnswers(dayOf(new Date()));
    const made = await edge.write({ kind: 'system', name: 'start' }, 'start', async (ctx) => {
      // Filling takes longer than a request may, and another process that starts at the same time may be doing it. Nobody
      // else waits for what is held here, so a machine that is too busy, or sleeps, may take its time.
      await sql`
        select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true),
          set_config('idle_in_transaction_session_timeout', '0', true)`.execute(ctx.db);
      await sql`select pg_advisory_xact_lock(${COUNTY_LOCK})`.execute(ctx.db);
      const quicker = await findCounty(ctx.db);
      if (quicker) return fitFor(mode, quicker);
      if (invented) await fillExample(ctx, invented, say);
      else await prepareCounty(ctx, { code: 'county', name: EMPTY_NAME, example: false });
      return county;
    });
    // A year of answers came at once: without statistics the planner takes every table for a small one.
    await sql`analyze`.execute(db);
    return made;
  } finally {
    await pool.end();
  }
}

/** A county made by an earlier version gets the surveys that came since; at every start, and once. */
async function bringWhatIsNew(
  edge: Edge<OrganisationTables>,
  say: (line: string) => void,
): Promise<void> {
  const brought = await edge.write({ kind: 'system', name: 'start' }, 'start', async (ctx) => {
    await sql`select pg_advisory_xact_lock(${COUNTY_LOCK})`.execute(ctx.db);
    return bringNewSurveys(ctx);
  });
  if (brought.length > 0)
    say(`New surveys: ${brought.join(', ')}. Give them feedback points to use them.`);
}

/** Everybody knows the password of the example's people, so nothing real may ever be served from it. */
function fitFor(mode: Settings['mode'], { id, example }: { id: string; example: boolean }): string {
  if (mode === 'production' && example) {
    throw new Error(
      'This database holds the fictional example county with its public passwords, so it cannot be used in production. ' +
        'Set DATA_DIR to an empty folder, or DATABASE_URL to an empty database.',
    );
  }
  return id;
}

const EMPTY_NAME = {
  fi: 'Hyvinvointialue',
  sv: 'Välfärdsområdet',
  en: 'Wellbeing services county',
};
