import { findChannels } from '#modules/channels';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { LANGUAGES, type Language, type LocalText } from '#platform/i18n.ts';
import { insertElements } from './element-store.ts';
import { takeAsChecked } from './link-store.ts';
import { listPathLinks } from './link-states.ts';
import { elementsOf, type PathContent } from './path-content.ts';
import { setSlug } from './path-address.ts';
import { setUnits } from './path-units.ts';
import { pointerOf, publishDraft } from './publish-draft.ts';
import type { PathWorld } from './tables.ts';
import { type NewText, upsertTexts } from './text-store.ts';
import { insertDraft } from './version-store.ts';

/** Where a path comes from and where it goes. */
export interface PathImport {
  /** The node that will own it. */
  readonly node: string;
  readonly units: readonly string[];
  readonly content: PathContent;
  /** The ids of the channels by their codes. */
  readonly channelIds: Readonly<Record<string, string>>;
  /** Whoever wrote it has looked at its addresses: they need not be looked at again before it is published. */
  readonly linksChecked?: true;
}

/**
 * Brings in a whole path and publishes it through the same gates as any other; its id comes back.
 *
 * @throws AppError `invalid` when it is not fit to be published.
 */
export async function importPath(
  ctx: Context<PathWorld>,
  { node, units, content, channelIds, linksChecked }: PathImport,
): Promise<string> {
  const path = newId();
  const clinical = content.urgency.length > 0;
  await ctx.db
    .insertInto('service_path')
    .values({ county_id: ctx.county, id: path, node_id: node, clinical })
    .execute();
  const draft = await insertDraft(ctx, path);
  const channels = await findChannels(ctx, Object.values(channelIds));
  const elements = elementsOf(content, (code) => {
    const channel = channels.get(channelIds[code] ?? '');
    if (!channel) throw new Error(`the path names a channel that is not in the register: ${code}`);
    return channel;
  });
  await insertElements(
    ctx,
    path,
    draft.id,
    elements.map((element, index) => ({ ...element, position: index + 1 })),
  );
  await upsertTexts(
    ctx,
    draft.id,
    elements.flatMap(({ anchor, texts }) => textsOf(anchor, texts, draft.revision)),
  );
  for (const language of LANGUAGES) await setSlug(ctx, path, language, content.slug[language]);
  await setUnits(ctx, path, units);
  if (linksChecked) {
    const { links } = await listPathLinks(ctx, path);
    await takeAsChecked(
      ctx,
      links.map(({ address }) => address),
    );
  }
  const outcome = await publishDraft(ctx, path);
  if (outcome.kind === 'unfit') {
    throw new AppError('invalid', 'path-unfit', {
      faults: outcome.faults.map((fault) => ({ pointer: pointerOf(fault), code: fault.code })),
    });
  }
  return path;
}

function textsOf(
  anchor: string,
  texts: Readonly<Record<string, LocalText | null>>,
  revision: number,
): NewText[] {
  return Object.entries(texts).flatMap(([field, said]) =>
    (Object.entries(said ?? {}) as [Language, string][])
      .filter(([, text]) => text !== '')
      .map(([language, text]) => ({
        anchor,
        field,
        language,
        text,
        revision,
        source: language === 'fi' ? null : revision,
      })),
  );
}
