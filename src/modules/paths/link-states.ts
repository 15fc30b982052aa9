import { findChannels } from '#modules/channels';
import { accountOf, type Context } from '#platform/context.ts';
import { AppError, found } from '#platform/errors.ts';
import { parse } from '#platform/http/parse.ts';
import { countsAsExample } from './check-links.ts';
import { selectContents } from './element-store.ts';
import { type LinkChecker, type LinkState, OverrideForm, type PathLinks } from './link-contract.ts';
import { linkFault } from './link-outcome.ts';
import { findLinkChecks, getChecker } from './link-store.ts';
import { linksOf, type PathLink } from './path-links.ts';
import type { PathWorld } from './tables.ts';
import { findVersions, getPath } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** The addresses of a path's draft, or of what is published, with what is known of each. @throws AppError `not-found`. */
export async function listPathLinks(ctx: Ctx, path: string): Promise<PathLinks> {
  await getPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  const version = found(draft ?? published, 'path-not-found');
  const override = await ctx.db
    .selectFrom('unchecked_links_override')
    .select(['reason', 'given_at', 'addresses'])
    .where('county_id', '=', ctx.county)
    .where('version_id', '=', version.id)
    .executeTakeFirst();
  return {
    links: await statesOf(ctx, await linksOfVersion(ctx, version.id)),
    checker: await readChecker(ctx),
    override: override
      ? {
          reason: override.reason,
          givenAt: override.given_at.toISOString(),
          addresses: override.addresses,
        }
      : null,
  };
}

/** How the link checker is, and how many days what it saw counts. */
export async function readChecker(ctx: Ctx): Promise<LinkChecker> {
  const { worked_at, outage_since, valid_days } = await getChecker(ctx);
  return {
    workedAt: worked_at?.toISOString() ?? null,
    outageSince: outage_since?.toISOString() ?? null,
    validDays: valid_days,
  };
}

/** The addresses of all that is published, path by path, with what is known of each: for those who lead. */
export async function listLinkStates(ctx: Ctx): Promise<(LinkState & { path: string })[]> {
  const versions = await ctx.db
    .selectFrom('path_version')
    .select(['id', 'path_id'])
    .where('county_id', '=', ctx.county)
    .where('state', '=', 'current')
    .where('status', '=', 'published')
    .execute();
  const links = await linksOfVersions(
    ctx,
    versions.map(({ id }) => id),
  );
  const judge = await readJudge(ctx, [...links.values()].flat());
  return versions.flatMap(({ id, path_id }) =>
    judge(links.get(id) ?? []).map((state) => ({ ...state, path: path_id })),
  );
}

const linksOfVersion = async (ctx: Ctx, version: string): Promise<PathLink[]> =>
  (await linksOfVersions(ctx, [version])).get(version) ?? [];

// What a text holds that leads anywhere.
const LINKING = '](';

/** The links of some versions, read together however many there are. */
async function linksOfVersions(
  ctx: Ctx,
  versions: readonly string[],
): Promise<Map<string, PathLink[]>> {
  const contents = await selectContents(ctx, versions, { holding: LINKING });
  const used = [...contents.values()].flatMap((elements) =>
    elements.flatMap(({ channel }) => channel ?? []),
  );
  const channels = await findChannels(ctx, [...new Set(used)]);
  return new Map(
    Array.from(contents, ([version, elements]) => [version, linksOf(elements, channels)]),
  );
}

const statesOf = async (ctx: Ctx, links: readonly PathLink[]): Promise<LinkState[]> =>
  (await readJudge(ctx, links))(links);

/** Reads once what is known of all these addresses; what comes back tells the state of any of them. */
async function readJudge(
  ctx: Ctx,
  links: readonly PathLink[],
): Promise<(links: readonly PathLink[]) => LinkState[]> {
  const checks = await findLinkChecks(ctx, [...new Set(links.map(({ address }) => address))]);
  const { valid_days } = await getChecker(ctx);
  const isExample = await countsAsExample(ctx);
  const stateOf = (address: string, at: readonly PathLink[]): LinkState => {
    const check = checks.get(address);
    const example = isExample(address);
    return {
      address,
      outcome: example ? 'example' : (check?.outcome ?? 'unchecked'),
      detail: check?.detail ?? null,
      status: check?.status ?? null,
      checkedAt: check?.checked_at.toISOString() ?? null,
      workedAt: check?.worked_at?.toISOString() ?? null,
      since: check?.since.toISOString() ?? null,
      failedDays: check?.failed_days ?? 0,
      fault: example ? null : linkFault(check, valid_days, ctx.now()),
      places: at.map(({ anchor, field, language }) => ({ anchor, field, language })),
    };
  };
  return (asked) =>
    Array.from(
      Map.groupBy(asked, ({ address }) => address),
      ([address, at]) => stateOf(address, at),
    );
}

/**
 * Somebody answers by name and in writing for publishing the draft with the links that could not be checked. What is
 * known to be broken cannot be answered for. @throws AppError `conflict` without a draft, or when all are checked.
 */
export async function overrideUncheckedLinks(
  ctx: Ctx,
  path: string,
  given: OverrideForm,
): Promise<void> {
  const { reason } = parse(OverrideForm, given);
  const { draft } = await findVersions(ctx, path);
  if (!draft) throw new AppError('conflict', 'no-draft');
  const states = await statesOf(ctx, await linksOfVersion(ctx, draft.id));
  const addresses = states
    .filter(({ fault }) => fault === 'link-unchecked')
    .map(({ address }) => address);
  if (addresses.length === 0) throw new AppError('conflict', 'links-checked');
  const values = { reason, addresses, given_by: accountOf(ctx), given_at: ctx.now() };
  await ctx.db
    .insertInto('unchecked_links_override')
    .values({ county_id: ctx.county, version_id: draft.id, ...values })
    .onConflict((clash) => clash.columns(['county_id', 'version_id']).doUpdateSet(values))
    .execute();
}
