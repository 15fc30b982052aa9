import { describeAnchors, findPublishedPath } from '#modules/paths';
import type { OpenForm } from '#modules/collection';
import type { RouteContext } from '#platform/http/route.ts';
import type { Language } from '#platform/i18n.ts';
import { languageOf } from '#platform/language.ts';
import { pathAddress } from '#site/addresses.ts';

/** Where on a path somebody was before they answered. */
export interface WayBack {
  readonly href: string;
  readonly path: string;
  /** The phase that was asked about; null when it was the whole path, or when the phase is no more. */
  readonly phase: string | null;
  /** The same place in easy language, where the path is offered in it. */
  readonly easy: string | null;
}

/** The public page that the path of a feedback point stands on; nothing when it has none in this language. */
export async function findWayBack(
  ctx: RouteContext,
  point: NonNullable<OpenForm['path']>,
  language: Language,
): Promise<WayBack | null> {
  const described = (await describeAnchors(ctx, [point.id])).get(point.id);
  const slug = described?.slugs[language];
  const found = slug === undefined ? undefined : await findPublishedPath(ctx, language, slug);
  if (slug === undefined || found?.kind !== 'found') return null;
  const { title, phases, easy } = found.view;
  const at = described?.anchors.get(point.anchor)?.phase;
  const phase = phases.find(({ anchor }) => anchor === at);
  const fragment = phase ? `#${phase.anchor}` : '';
  const variant = easy.find((one) => languageOf(one) === language);
  return {
    href: pathAddress(language, slug) + fragment,
    path: title,
    phase: phase?.title ?? null,
    easy: variant === undefined ? null : pathAddress(variant, slug) + fragment,
  };
}
