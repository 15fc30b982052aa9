import { listChannels } from '#modules/channels';
import type { Context } from '#platform/context.ts';
import { found } from '#platform/errors.ts';
import type { DraftElement } from './contract.ts';
import { DEFAULTS } from './element-properties.ts';
import { selectContent } from './element-store.ts';
import { selectSlugs } from './path-address.ts';
import { type ElementDocument, PATH_FORMAT, type PathDocument } from './path-document.ts';
import { getSettings } from './path-settings.ts';
import type { PathWorld } from './tables.ts';
import { findVersions, getPath } from './version-store.ts';

/** The draft, or what is published when there is none, as a document. @throws AppError `not-found`. */
export async function exportPath(ctx: Context<PathWorld>, path: string): Promise<PathDocument> {
  const { clinical } = await getPath(ctx, path);
  const { draft, published } = await findVersions(ctx, path);
  const { id } = found(draft ?? published, 'path-not-found');
  const { owner: _, deputy: __, ...settings } = await getSettings(ctx, path);
  return {
    format: PATH_FORMAT,
    slugs: await selectSlugs(ctx, path),
    clinical,
    settings,
    path: documentOf(await selectContent(ctx, id), await codesById(ctx)),
  };
}

const codesById = async (ctx: Context<PathWorld>): Promise<Map<string, string>> =>
  new Map((await listChannels(ctx)).map(({ id, code }) => [id, code]));

/** A version's elements as a document. */
export function documentOf(
  elements: readonly DraftElement[],
  codes: ReadonlyMap<string, string>,
): ElementDocument {
  const below = Map.groupBy(elements, ({ parent }) => parent);
  const write = (element: DraftElement): ElementDocument => {
    const { kind } = element.properties;
    const children = below.get(element.anchor)?.map(write);
    const texts = textsOf(element);
    const outdated = outdatedOf(element);
    const properties = changedOf(element);
    return {
      anchor: element.anchor,
      kind,
      ...(element.channel && { channel: codes.get(element.channel) }),
      ...(filled(properties) && { properties }),
      ...(filled(texts) && { texts }),
      ...(filled(outdated) && { outdated }),
      ...(children && { children }),
    };
  };
  return write(elements[0]!);
}

const filled = (object: object): boolean => Object.keys(object).length > 0;

const changedOf = ({ properties }: DraftElement): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) =>
        name !== 'kind' &&
        JSON.stringify(value) !==
          JSON.stringify((DEFAULTS[properties.kind] as Record<string, unknown>)[name]),
    ),
  );

const textsOf = ({ texts }: DraftElement): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(texts).map(([field, said]) => [
      field,
      Object.fromEntries(Object.entries(said).map(([variant, { text }]) => [variant, text])),
    ]),
  );

const outdatedOf = ({ texts }: DraftElement): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([field, said]) => {
      const stale = Object.entries(said).flatMap(([variant, one]) => (one.stale ? [variant] : []));
      return stale.length > 0 ? [[field, stale.toSorted()]] : [];
    }),
  );
