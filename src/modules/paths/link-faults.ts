import type { Channel } from '#modules/channels';
import type { Context } from '#platform/context.ts';
import { countsAsExample } from './check-links.ts';
import type { DraftElement, PathFault } from './contract.ts';
import { linkFault } from './link-outcome.ts';
import { findLinkChecks, getChecker } from './link-store.ts';
import { linksOf } from './path-links.ts';
import type { PathWorld } from './tables.ts';

/**
 * Every link of every step and language that is broken, or that has not been seen to work within the county's days.
 * What the checker could not do counts as not done; for the addresses of an override somebody else answers.
 */
export async function findLinkFaults(
  ctx: Context<PathWorld>,
  version: string,
  elements: readonly DraftElement[],
  channels: ReadonlyMap<string, Channel>,
): Promise<PathFault[]> {
  const links = linksOf(elements, channels);
  const isExample = await countsAsExample(ctx);
  const checks = await findLinkChecks(
    ctx,
    links.map(({ address }) => address),
  );
  const { valid_days } = await getChecker(ctx);
  const answeredFor = await findOverridden(ctx, version);
  return links.flatMap(({ address, anchor, field, language }) => {
    if (isExample(address)) return [];
    const code = linkFault(checks.get(address), valid_days, ctx.now());
    if (code === null || (code === 'link-unchecked' && answeredFor.has(address))) return [];
    return [{ anchor, field, language, code }];
  });
}

async function findOverridden(ctx: Context<PathWorld>, version: string): Promise<Set<string>> {
  const row = await ctx.db
    .selectFrom('unchecked_links_override')
    .select('addresses')
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version)
    .executeTakeFirst();
  return new Set(row?.addresses);
}
