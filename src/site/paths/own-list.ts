// The reader's own list, as their browser keeps it. It is about somebody's health: nothing of it is ever sent anywhere,
// not even in an address.

/** A phase, step or channel that the reader has put on the list. */
export interface ListedPart {
  readonly anchor: string;
  /** What it was called when it was last seen: it must be known when it is gone. */
  readonly title: string;
  /** The anchors of the step and the phase that it is in, the nearest first. */
  readonly within: readonly string[];
}

/** The parts of one path, and where the path is. */
export interface ListedPath {
  readonly id: string;
  readonly title: string;
  /** The variant in which it was read. */
  readonly variant: string;
  /** Its address in each variant that it has. */
  readonly at: Readonly<Record<string, string>>;
  readonly parts: readonly ListedPart[];
}

/** All that is kept. */
export interface OwnList {
  readonly paths: readonly ListedPath[];
  readonly note: string;
}

/** The name under which the browser keeps the list. */
export const KEPT_AS = 'polku:lista';

/** Whether this browser lets a page remember anything. */
export function canKeep(): boolean {
  try {
    localStorage.setItem(`${KEPT_AS}?`, '');
    localStorage.removeItem(`${KEPT_AS}?`);
    return true;
  } catch {
    return false;
  }
}

/** The list. What is not readable as one is no list. */
export function readList(): OwnList {
  try {
    const { paths, note } = JSON.parse(localStorage.getItem(KEPT_AS) ?? '') as OwnList;
    return { paths: paths.filter(isPath), note: typeof note === 'string' ? note : '' };
  } catch {
    return { paths: [], note: '' };
  }
}

const isPath = ({ id, title, at, parts }: ListedPath): boolean =>
  [id, title].every((text) => typeof text === 'string') &&
  Object.values(at).every((address) => /^\/(?:fi|sv|en)\/[^/]/.test(address)) &&
  parts.every(({ anchor, within }) => typeof anchor === 'string' && Array.isArray(within));

/** Keeps the list; an empty one leaves nothing behind. @returns whether the browser did so. */
export function keepList({ paths, note }: OwnList): boolean {
  const left = paths.filter(({ parts }) => parts.length > 0);
  try {
    if (left.length === 0 && note === '') localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, JSON.stringify({ paths: left, note }));
    return true;
  } catch {
    return false;
  }
}

/** The list without one part, or without a whole path's. */
export function without(list: OwnList, path: string, anchor?: string): OwnList {
  const paths = list.paths.map((one) =>
    one.id === path
      ? { ...one, parts: one.parts.filter((part) => anchor && part.anchor !== anchor) }
      : one,
  );
  return { ...list, paths };
}

/** The addresses of a path's page, its own among them, as its language switch has them. */
export function addressesOf(page: Document): Record<string, string> {
  const links = [...page.querySelectorAll('header a[hreflang]')];
  return Object.fromEntries(
    links
      .map((link) => [
        link.getAttribute('hreflang')!,
        (link.getAttribute('href') ?? '').replace(/#.*/, ''),
      ])
      // A language that the path does not have leads to the front page.
      .filter(([, address]) => address!.split('/').length > 3),
  ) as Record<string, string>;
}
