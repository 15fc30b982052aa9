import { listChannels } from '#modules/channels';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { isLanguage, LANGUAGES, sourceOf, type Variant } from '#platform/language.ts';
import { documentFaults, placedOf } from './check-document.ts';
import { DEFAULTS, Properties } from './element-properties.ts';
import { insertElements, type NewElement } from './element-store.ts';
import { inTurns } from './in-turns.ts';
import { takeAsChecked } from './link-store.ts';
import { listPathLinks } from './link-states.ts';
import { setSlug } from './path-address.ts';
import { writeSettings } from './path-settings.ts';
import type { ElementDocument, PathDocument } from './path-document.ts';
import { setUnits } from './path-units.ts';
import type { PathWorld } from './tables.ts';
import { type NewText, upsertTexts } from './text-store.ts';
import { bumpRevision, insertDraft } from './version-store.ts';

type Ctx = Context<PathWorld>;

/** Where a path comes from and where it goes. */
export interface PathImport {
  /** The node that will own it. */
  readonly node: string;
  readonly units: readonly string[];
  readonly document: PathDocument;
  /** Whoever wrote it has looked at its addresses: they need not be looked at again before it is published. */
  readonly linksChecked?: true;
}

/**
 * Brings in a whole path as a draft; its id comes back. Publishing it goes through the same gates as any other.
 *
 * @throws AppError `invalid` with a pointer for each fault: a channel that is not in the register, an anchor twice, a
 * personal identity code; `conflict` when another path has the address.
 */
export async function importPath(
  ctx: Ctx,
  { node, units, document, linksChecked }: PathImport,
): Promise<string> {
  const path = newId();
  await ctx.db
    .insertInto('service_path')
    .values({ county_id: ctx.county, id: path, node_id: node, clinical: document.clinical })
    .execute();
  if (Object.keys(document.settings).length > 0) await writeSettings(ctx, path, document.settings);
  const draft = await insertDraft(ctx, path);
  await writeDocument(ctx, { path, version: draft.id }, document.path);
  for (const language of LANGUAGES) {
    const slug = document.slugs[language];
    if (slug !== undefined) await setSlug(ctx, path, language, { slug });
  }
  if (units.length > 0) await setUnits(ctx, path, units);
  if (linksChecked) {
    const { links } = await listPathLinks(ctx, path);
    await takeAsChecked(
      ctx,
      links.map(({ address }) => address),
    );
  }
  return path;
}

/** Writes a document's elements and texts into an empty draft. */
export async function writeDocument(
  ctx: Ctx,
  { path, version }: { path: string; version: string },
  root: ElementDocument,
): Promise<void> {
  const placed = placedOf(root);
  const channels = new Map((await listChannels(ctx)).map((channel) => [channel.code, channel]));
  const faults = documentFaults(placed, channels);
  if (faults.length > 0) throw new AppError('invalid', 'input-invalid', { faults });
  const elements = placed.map(({ element, parent }, index): NewElement => ({
    anchor: element.anchor,
    parent,
    position: index + 1,
    channel: channels.get(element.channel ?? '')?.id ?? null,
    properties: Properties.parse({
      ...DEFAULTS[element.kind],
      ...element.properties,
      kind: element.kind,
    }),
  }));
  await inTurns(elements, (turn) => insertElements(ctx, path, version, turn));
  // What is older than its source keeps the revision before the one that the sources get.
  const former = await bumpRevision(ctx, version);
  const revision = await bumpRevision(ctx, version);
  await inTurns(
    placed.flatMap(({ element }) => textsOf(element, revision, former)),
    (turn) => upsertTexts(ctx, version, turn),
  );
}

function textsOf(
  { anchor, texts = {}, outdated = {} }: ElementDocument,
  revision: number,
  former: number,
): NewText[] {
  return Object.entries(texts).flatMap(([field, said]) =>
    (Object.entries(said) as [Variant, string][])
      .map(([variant, text]) => [variant, text.replaceAll('\r\n', '\n').trim()] as const)
      .filter(([, text]) => text !== '')
      .map(([variant, text]) => ({
        anchor,
        field,
        language: variant,
        text,
        revision,
        source: sourceRevision(
          said,
          variant,
          outdated[field]?.includes(variant) ? former : revision,
        ),
      })),
  );
}

// A text without a source to be compared with is as new as it can be.
function sourceRevision(
  said: Readonly<Record<string, string>>,
  variant: Variant,
  revision: number,
): number | null {
  const source = sourceOf(variant);
  return source === null || (!isLanguage(variant) && !said[source]) ? null : revision;
}
