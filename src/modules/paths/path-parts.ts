import { type Channel, isBehind as isChannelBehind } from '#modules/channels';
import {
  inLanguage,
  isEasy,
  type Language,
  languageOf,
  type LocalText,
  sourceOf,
  type Variant,
} from '#platform/language.ts';
import type { DraftElement } from './contract.ts';
import { type ElementKind, isForStaff } from './element.ts';
import { FIELDS } from './element-fields.ts';
import type { Properties } from './element-properties.ts';
import { renderMarkdown } from './markdown.ts';
import type { ChannelUseView } from './path-view.ts';

/** An element of which the kind is known. */
export type Of<K extends ElementKind> = DraftElement & {
  properties: Extract<Properties, { kind: K }>;
};

/** A version's elements as one variant's reader meets them. */
export interface Parts {
  readonly root: Of<'path'>;
  readonly stale: boolean;
  below<K extends ElementKind>(parent: DraftElement, kind: K): Of<K>[];
  /** Those of the named elements that are in the version. */
  there(anchors: readonly string[]): DraftElement[];
  text(element: DraftElement, field: string): string;
  lines(element: DraftElement, field: string): string[];
  html(element: DraftElement): string;
  choose(url: { readonly [L in Language]?: string | undefined }): string;
  channelUses(parent: DraftElement): ChannelUseView[];
}

/** Makes the parts of a version. Closed channels are left out: nobody is sent to a number that is no more. */
export function partsOf(
  variant: Variant,
  elements: readonly DraftElement[],
  channels: ReadonlyMap<string, Channel>,
): Parts {
  const language = languageOf(variant);
  const text = (element: DraftElement, field: string): string => {
    const said = element.texts[field];
    return said?.[variant]?.text ?? said?.[language]?.text ?? said?.fi?.text ?? '';
  };
  const below = <K extends ElementKind>(parent: DraftElement, kind: K): Of<K>[] =>
    elements.filter(
      (element): element is Of<K> =>
        element.parent === parent.anchor && element.properties.kind === kind,
    );
  const root = elements.find(
    (element): element is Of<'path'> => element.properties.kind === 'path',
  );
  if (!root) throw new Error('a version without its root element');
  return {
    root,
    stale:
      elements.some((element) => isBehind(element, variant)) ||
      [...channels.values()].some(
        (channel) => !channel.closed && isChannelBehind(channel, variant),
      ),
    there: (anchors) => elements.filter(({ anchor }) => anchors.includes(anchor)),
    below,
    text,
    lines: (element, field) =>
      text(element, field)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    html: (element) => renderMarkdown(text(element, 'text')),
    choose: (url) => inLanguage(url as LocalText, language),
    channelUses: (parent) =>
      below(parent, 'channel-use').flatMap((use) => {
        const channel = channels.get(use.channel ?? '');
        return channel && !channel.closed
          ? [{ anchor: use.anchor, whenToUse: text(use, 'whenToUse'), channel }]
          : [];
      }),
  };
}

// Whether a reader of the variant meets something that is older than its source, or lacks it.
function isBehind({ properties: { kind }, texts }: DraftElement, variant: Variant): boolean {
  const source = sourceOf(variant);
  if (source === null || isForStaff(kind)) return false;
  return FIELDS[kind].some(({ name, notEasy }) => {
    const said = texts[name];
    if (!said?.[source] || (notEasy && isEasy(variant))) return false;
    return said[variant]?.stale ?? true;
  });
}
