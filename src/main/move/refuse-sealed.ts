import { findSeal, openSession } from '#platform/database-copy/index.ts';

/** Lets nothing start on a database whose county has moved away, or is not there in whole yet. */
export async function refuseSealed(url: string): Promise<void> {
  const client = await openSession(url, 'start');
  const seal = await findSeal(client).finally(() => client.end());
  if (seal === undefined) return;
  throw new Error(
    seal.state === 'moved'
      ? `This county moved to ${seal.place} on ${seal.at.toISOString()} and takes nothing in here. Set DATABASE_URL to its new address and start again.`
      : 'A county is being moved into this database and is not whole yet. If the move was interrupted, give the same `npm run polku -- move` again from where the county was.',
  );
}
