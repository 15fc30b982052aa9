import { getCounty } from '#modules/organisation';
import type { Context } from '#platform/context.ts';
import { nodesAllowing } from '#platform/permissions.ts';
import type { Handbook } from './contract.ts';
import { listEntries } from './entry-store.ts';
import { can } from './permissions.ts';
import { selectRelations } from './relations.ts';
import type { HandbookWorld } from './tables.ts';

/** The whole handbook, for the staff app: a few hundred entries at most. */
export async function readHandbook(ctx: Context<HandbookWorld>, root: string): Promise<Handbook> {
  const { languages } = await getCounty(ctx);
  return {
    languages: [...languages],
    entries: await listEntries(ctx),
    relations: await selectRelations(ctx),
    may: { edit: nodesAllowing(ctx.actor, can.writeEntryText).includes(root) },
  };
}
