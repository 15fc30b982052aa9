// The page of the reader's own list. What is on it is read from the browser's memory, and what it says from the pages of
// the paths as they are now: hours are never those of the day when a part was put here. Whole pages are asked for, one
// for each path, at the address that everybody reads; which parts are on the list is in no request.
import { copyOf } from './own-list-copy.ts';
import {
  addressesOf,
  canKeep,
  KEPT_AS,
  keepList,
  type ListedPart,
  type ListedPath,
  readList,
  without,
} from './own-list.ts';

const page = document.querySelector<HTMLElement>('[data-own-list]')!;
const words = page.dataset;
const one = (name: string): HTMLElement => page.querySelector<HTMLElement>(`[data-${name}]`)!;
const status = one('status');
const groups = one('groups');
const note = one('note') as HTMLTextAreaElement;
const language = document.documentElement.lang;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

function link(address: string, ...content: (Node | string)[]): HTMLAnchorElement {
  const made = element('a', ...content);
  made.href = address;
  return made;
}

/** A path's page in this page's language; else in the one in which it was read. */
const addressOf = ({ at, variant }: ListedPath): string =>
  (variant.startsWith(language) ? at[variant] : at[language]) ??
  at[variant] ??
  Object.values(at)[0]!;

/** What a page of the site says now: nothing when it is not there any more, a fault when nobody answers. */
async function read(path: ListedPath): Promise<Document | 'gone' | 'unreached'> {
  try {
    const response = await fetch(addressOf(path), { credentials: 'omit' });
    if ([404, 410].includes(response.status)) return 'gone';
    if (!response.ok) return 'unreached';
    const there = new DOMParser().parseFromString(await response.text(), 'text/html');
    // Another path may have got the address.
    const { guide } = there.querySelector<HTMLElement>('[data-guide]')?.dataset ?? {};
    return guide === path.id ? there : 'gone';
  } catch {
    return 'unreached';
  }
}

/** One part: at first what is remembered of it, then what its path says of it now. */
function itemOf(path: ListedPath, part: ListedPart) {
  const button = element('button', words['remove']!, spoken(`: ${part.title}`));
  const heading = element('h3', part.title);
  const item = element('li', heading, button);
  button.type = 'button';
  button.addEventListener('click', () => {
    const at = buttons().indexOf(button);
    keepList(without(readList(), path.id, part.anchor));
    const group = item.closest('section')!;
    item.remove();
    if (!group.querySelector('li')) group.remove();
    arrive(words['removed']!.replace('%', part.title), at);
  });
  const fill = (there: Document, address: string): void => {
    const place = there.getElementById(part.anchor);
    heading.replaceChildren(
      link(`${address}#${part.anchor}`, place?.dataset['part'] ?? part.title),
    );
    if (place) heading.after(copyOf(place, address));
    else heading.replaceWith(element('h3', part.title), goneFrom(there, part, address));
    if (!place || 'phase' in place.dataset) return;
    const isStep = 'logic' in place.dataset;
    const where = whereOf(place);
    const line = element('p', isStep ? where : link(`${address}#${part.anchor}`, where));
    line.dataset['where'] = '';
    heading.before(line);
    // The card of a channel says its name itself.
    if (!isStep) heading.className = 'spoken';
  };
  return { item, anchor: part.anchor, fill };
}

const buttons = (): HTMLElement[] => [...groups.querySelectorAll<HTMLElement>('li > button')];

function spoken(text: string): HTMLElement {
  const made = element('span', text);
  made.className = 'spoken';
  return made;
}

/** The phase and the step that a part is in. Steps that join one another stand side by side, though one is nested. */
const whereOf = (place: HTMLElement): string =>
  ['[data-phase]', '[data-logic]']
    .map((kind) => place.parentElement?.closest<HTMLElement>(kind))
    .filter((part) => part && !('logic' in place.dataset && 'logic' in part.dataset))
    .map((part) => part!.dataset['part'])
    .join(' › ');

/** That a part is gone, and the nearest thing that is still there. */
function goneFrom(there: Document, { within }: ListedPart, address: string): HTMLElement {
  const near = within.map((anchor) => there.getElementById(anchor)).find(Boolean);
  const [to, name] = near
    ? [`${address}#${near.id}`, near.dataset['part'] ?? '']
    : [address, there.querySelector('h1')?.textContent ?? ''];
  return gone(`${words['partGone']} ${words['nearest']} `, link(to, name));
}

function gone(...content: (Node | string)[]): HTMLElement {
  const made = element('p', ...content);
  made.dataset['gone'] = '';
  return made;
}

/** The parts of one path, filled in when its page has answered. */
async function draw(path: ListedPath): Promise<void> {
  const title = element('h2', path.title);
  const items = path.parts.map((part) => itemOf(path, part));
  const list = element('ul', ...items.map(({ item }) => item));
  const waiting = element('p', words['fetching']!);
  groups.append(element('section', title, waiting, list));
  const address = addressOf(path);
  const there = await read(path);
  if (there === 'gone') {
    const nearest = link(words['paths']!, words['toPaths']!);
    waiting.replaceWith(gone(`${words['pathGone']} `, nearest));
  } else if (there === 'unreached') {
    waiting.replaceWith(gone(`${words['unreached']} `, link(address, words['toPath']!)));
  } else {
    waiting.remove();
    const { lang } = there.documentElement;
    if (lang !== language) title.parentElement!.lang = lang;
    title.replaceChildren(link(address, there.querySelector('h1')?.textContent ?? path.title));
    for (const { fill } of items) fill(there, address);
    list.append(...items.toSorted(orderIn(there)).map(({ item }) => item));
    learn(path.id, there);
  }
}

/** As they come on the path; what is gone comes last. */
const orderIn = (there: Document) => (a: { anchor: string }, b: { anchor: string }) => {
  const [first, second] = [a, b].map(({ anchor }) => there.getElementById(anchor));
  if (!first || !second) return Number(!first) - Number(!second);
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
};

/** Remembers where the path is now, so that it is found in another language too. */
function learn(id: string, there: Document): void {
  const list = readList();
  const at = addressesOf(there);
  const paths = list.paths.map((path) => (path.id === id ? { ...path, at } : path));
  if (Object.keys(at).length > 0) keepList({ ...list, paths });
}

/** Shows what there is to show: the list, or that it is empty. */
function showWhole(): boolean {
  const { paths } = readList();
  const any = paths.length > 0 || note.value !== '';
  one('empty').hidden = any;
  one('gathered').hidden = !any;
  one('tools').hidden = !any;
  one('sure').hidden = true;
  one('fetched').hidden = paths.length === 0;
  return any;
}

/** Says what was done, and goes on from where the reader was. */
function arrive(said: string, at: number): void {
  showWhole();
  status.textContent = said;
  const left = buttons();
  const next = left[Math.min(at, left.length - 1)] ?? (one('empty').hidden ? note : undefined);
  (next ?? one('empty').querySelector('h2'))?.focus();
}

function drawAll(): void {
  const list = readList();
  note.value = list.note;
  one('note-printed').textContent = list.note;
  groups.replaceChildren();
  showWhole();
  const day = new Date().toLocaleDateString(words['locale'], {
    dateStyle: 'medium',
    timeZone: 'Europe/Helsinki',
  });
  void Promise.all(list.paths.map(draw)).then(() => {
    one('fetched').textContent = words['fetchedOn']!.replace('%', day);
  });
}

function bind(): void {
  note.addEventListener('input', () => {
    one('note-printed').textContent = note.value;
    if (!keepList({ ...readList(), note: note.value })) status.textContent = words['notKept']!;
  });
  one('print').addEventListener('click', () => print());
  one('clear').addEventListener('click', () => {
    one('sure').hidden = false;
    one('clear-all').focus();
  });
  one('keep-all').addEventListener('click', () => {
    one('sure').hidden = true;
    one('clear').focus();
  });
  one('clear-all').addEventListener('click', () => {
    note.value = '';
    keepList({ paths: [], note: '' });
    groups.replaceChildren();
    arrive(words['cleared']!, 0);
  });
  addEventListener('storage', ({ key }) => {
    if (key === KEPT_AS || key === null) drawAll();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) drawAll();
  });
}

one('without').hidden = true;
if (canKeep()) {
  bind();
  drawAll();
} else {
  one('refused').hidden = false;
}
