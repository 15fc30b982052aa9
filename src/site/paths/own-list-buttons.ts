import { addressesOf, canKeep, keepList, type ListedPart, readList, without } from './own-list.ts';

/**
 * Puts "add to my list" on each phase, step and channel of a path's page. Where the browser keeps nothing, or the page
 * is not the reader's own, there are no such buttons.
 */
export function bindOwnList(guide: HTMLElement | null): void {
  const { guide: id, listAt } = guide?.dataset ?? {};
  if (!guide || !id || !listAt || !canKeep()) return;
  const said = document.createElement('output');
  said.className = 'spoken';
  guide.append(said);
  const refresh = [...guide.querySelectorAll<HTMLElement>('[data-part]')].map((part) =>
    bindPart(guide, id, part, said),
  );
  const all = (): void => refresh.forEach((one) => one());
  all();
  // The list may have been changed on its own page, or in another tab.
  addEventListener('pageshow', all);
  addEventListener('storage', all);
}

const SIGN = '[data-part]';

function bindPart(guide: HTMLElement, id: string, part: HTMLElement, said: HTMLElement) {
  const words = guide.dataset;
  const title = part.dataset['part'] ?? '';
  const isIn = (): boolean =>
    readList().paths.some(
      (path) => path.id === id && path.parts.some(({ anchor }) => anchor === part.id),
    );
  const [line, state, button, name, link] = ['p', 'span', 'button', 'span', 'a'].map((tag) =>
    document.createElement(tag),
  ) as [HTMLElement, HTMLElement, HTMLButtonElement, HTMLElement, HTMLAnchorElement];
  const refresh = (): void => {
    const there = isIn();
    state.textContent = there ? words['listIn']! : '';
    button.textContent = words[there ? 'listRemove' : `listAdd${kindOf(part)}`]!;
    button.append(name);
    link.hidden = !there;
  };
  button.type = 'button';
  name.className = 'spoken';
  name.textContent = `: ${title}`;
  link.href = words['listAt']!;
  link.textContent = words['listOpen']!;
  line.dataset['keep'] = '';
  line.append(state, button, link);
  button.addEventListener('click', () => {
    const there = isIn();
    const done = there ? keepList(without(readList(), id, part.id)) : keep(id, part);
    const told = words[!done ? 'listFailed' : there ? 'listRemoved' : 'listAdded']!;
    said.textContent = told.replace('%', title);
    refresh();
  });
  place(part, line);
  return refresh;
}

const kindOf = ({ dataset }: HTMLElement): string =>
  'phase' in dataset ? 'Phase' : 'logic' in dataset ? 'Step' : 'Channel';

/** A phase's button ends its content, a channel's its card, a step's what is its own, before what joins it. */
function place(part: HTMLElement, line: HTMLElement): void {
  const joined = part.querySelector(':scope > ul:last-child:has(> li[data-logic])');
  if (part.dataset['logic']) part.insertBefore(line, joined);
  else part.querySelector('[data-body]')?.append(line);
}

/** Puts a part on the list, with what is needed to find it again in any language. */
function keep(id: string, part: HTMLElement): boolean {
  const list = readList();
  const before = list.paths.find((path) => path.id === id);
  const parents: string[] = [];
  for (let at = part.parentElement?.closest(SIGN); at; at = at.parentElement?.closest(SIGN))
    parents.push(at.id);
  const added: ListedPart = {
    anchor: part.id,
    title: part.dataset['part'] ?? '',
    within: parents,
  };
  const path = {
    id,
    title: document.querySelector('h1')?.textContent ?? '',
    variant: document.documentElement.lang,
    at: addressesOf(document),
    parts: [...(before?.parts ?? []), added],
  };
  const paths = before
    ? list.paths.map((one) => (one === before ? path : one))
    : [...list.paths, path];
  return keepList({ ...list, paths });
}
