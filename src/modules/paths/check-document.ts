import type { Fault } from '#platform/errors.ts';
import type { DraftElement } from './contract.ts';
import { DEFAULTS } from './element-properties.ts';
import { holdsIdentityCode } from '#platform/identity-code.ts';
import { mapFaults } from './map-faults.ts';
import type { ElementDocument } from './path-document.ts';

/** An element of a document, the anchor that it hangs on, and where it stands in the file. */
export interface Placed {
  readonly element: ElementDocument;
  readonly parent: string | null;
  readonly pointer: string;
}

/** The elements of a document, parents before children, siblings in their order. */
export const placedOf = (
  element: ElementDocument,
  parent: string | null = null,
  pointer = '/path',
): Placed[] => [
  { element, parent, pointer },
  ...(element.children ?? []).flatMap((child, index) =>
    placedOf(child, element.anchor, `${pointer}/children/${index}`),
  ),
];

// A path of thousands of parts is no path; everything that reads one stays quick below this.
const MOST_ELEMENTS = 5_000;

/**
 * What keeps a document from being brought in: an anchor twice, a channel that is not in the register (when its codes
 * are given), a personal identity code, more parts than a path may have.
 */
export function documentFaults(
  placed: readonly Placed[],
  channels?: { has(code: string): boolean },
): Fault[] {
  const seen = new Set<string>();
  const faults = placed.flatMap(({ element, pointer }): Fault[] => {
    const { anchor, kind, channel } = element;
    const twice = seen.has(anchor);
    seen.add(anchor);
    return [
      ...(twice ? [{ pointer: `${pointer}/anchor`, code: 'taken' }] : []),
      ...(kind === 'channel-use' && channels && !channels.has(channel ?? '')
        ? [{ pointer: `${pointer}/channel`, code: 'not-an-option' }]
        : []),
      ...codesIn(element.texts, `${pointer}/texts`),
      ...codesIn(element.properties, `${pointer}/properties`),
    ];
  });
  return placed.length > MOST_ELEMENTS
    ? [{ pointer: '/path', code: 'too-big-list', params: { limit: MOST_ELEMENTS } }, ...faults]
    : faults;
}

/** Personal identity codes in texts and properties, however deep. */
function codesIn(value: unknown, pointer: string): Fault[] {
  if (typeof value === 'string')
    return holdsIdentityCode(value) ? [{ pointer, code: 'identity-code' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => codesIn(part, `${pointer}/${name}`));
}

/** References that lead nowhere, and cells that end before they begin: a draft may have them, a publication not. */
export function referenceFaults(placed: readonly Placed[]): Fault[] {
  const elements = placed.map(({ element, parent }): DraftElement => ({
    anchor: element.anchor,
    parent,
    channel: null,
    properties: {
      ...DEFAULTS[element.kind],
      ...element.properties,
    } as DraftElement['properties'],
    texts: {},
  }));
  return placed.flatMap(({ pointer }, index) =>
    mapFaults(elements[index]!, elements)
      .filter(({ code }) => code === 'reference-missing' || code === 'cell-backwards')
      .map(({ field, code }) => ({ pointer: `${pointer}/properties/${field}`, code })),
  );
}
