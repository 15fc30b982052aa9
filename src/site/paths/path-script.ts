// The guide's only script. The page is whole and open without it: it folds the phases, narrows the page down by the opening
// questions, remembers ticks, and keeps the place. Nothing is hidden before what opens it is bound, and a browser that
// refuses to remember loses nothing but the memory. Answers, ticks and the reader's list stay in the browser (rule 16).
import { bindOwnList } from './own-list-buttons.ts';

const guide = document.querySelector<HTMLElement>('[data-guide]');
const words = guide?.dataset ?? {};
const key = `polku:${words['guide'] ?? ''}`;

/** The browser's memory, which may be refused. Nothing ticked or open leaves nothing behind, not even that the path was read. */
function remember(storage: () => Storage, name: string, value?: readonly string[]): string[] {
  try {
    if (value?.length === 0) storage().removeItem(`${key}:${name}`);
    else if (value) storage().setItem(`${key}:${name}`, value.join(' '));
    return (storage().getItem(`${key}:${name}`) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
const forSession = (): Storage => sessionStorage;
const forLater = (): Storage => localStorage;

const all = <E extends HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
];

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string,
  spoken = false,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (spoken) made.className = 'spoken';
  return made;
}

interface Fold {
  readonly phase: HTMLElement;
  readonly button: HTMLButtonElement;
  open(open: boolean): void;
}

/** Makes the heading of a phase a button that opens and closes it. */
function foldOf(phase: HTMLElement): Fold | undefined {
  const heading = phase.querySelector('h2');
  const content = heading?.nextElementSibling as HTMLElement | null | undefined;
  if (!heading || !content) return undefined;
  const button = element('button', '');
  const state = element('span', '');
  button.type = 'button';
  button.setAttribute('aria-controls', content.id);
  button.append(...heading.childNodes, state);
  state.dataset['state'] = '';
  const open = (opened: boolean): void => {
    button.setAttribute('aria-expanded', String(opened));
    state.textContent = (opened ? words['hide'] : words['show']) ?? '';
    // Found by the browser's own search all the same, where it can; otherwise only hidden.
    if (opened) content.removeAttribute('hidden');
    else content.setAttribute('hidden', 'until-found');
  };
  button.addEventListener('click', () => {
    open(button.getAttribute('aria-expanded') !== 'true');
    changed();
  });
  content.addEventListener('beforematch', () => {
    open(true);
    changed();
  });
  heading.append(button);
  return { phase, button, open };
}

const isOpen = ({ button }: Fold): boolean => button.getAttribute('aria-expanded') === 'true';

const folds = all('[data-phases] > [data-phase]').flatMap((phase) => foldOf(phase) ?? []);
const toggle = element('button', '');
const allOpen = (): boolean => folds.every(isOpen);

/** The name of the button for all comes from the phases at every change; it is kept nowhere. */
function changed(): void {
  toggle.textContent = (allOpen() ? words['hideAll'] : words['showAll']) ?? '';
  remember(
    forSession,
    'open',
    folds.filter(isOpen).map(({ phase }) => phase.id),
  );
}

function bindFolds(): void {
  const list = document.querySelector<HTMLElement>('[data-phases]');
  if (folds.length < 2 || !list) return;
  toggle.type = 'button';
  toggle.dataset['toggle'] = '';
  toggle.addEventListener('click', () => {
    const open = !allOpen();
    for (const fold of folds) fold.open(open);
    changed();
  });
  list.before(toggle);
  const before = remember(forSession, 'open');
  for (const fold of folds) fold.open(before.includes(fold.phase.id));
  changed();
  addEventListener('beforeprint', () => {
    for (const fold of folds) fold.open(true);
  });
}

/** Opens the phase that the address names and goes to its heading, or to the part within it. */
function follow(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = folds.find(({ phase }) => phase.contains(named));
  for (const link of all<HTMLAnchorElement>('nav a[aria-current="step"]')) {
    link.removeAttribute('aria-current');
    link.querySelector('[data-here]')?.remove();
  }
  if (!named || !fold) return;
  fold.open(true);
  changed();
  const own = document.querySelector<HTMLAnchorElement>(
    `nav a[href="#${CSS.escape(fold.phase.id)}"]`,
  );
  if (own) {
    own.setAttribute('aria-current', 'step');
    const here = element('span', words['here'] ?? '');
    here.dataset['here'] = '';
    own.append(here);
  }
  named.scrollIntoView();
  if (named === fold.phase) fold.button.focus({ preventScroll: true });
}

/** The other languages open at the same place. */
function keepPlace(): void {
  for (const link of all<HTMLAnchorElement>('header a[hreflang]')) {
    link.addEventListener('click', () => {
      const here = location.hash || folds.find(isOpen)?.phase.id.replace(/^/, '#') || '';
      link.hash = here;
    });
  }
}

/** Who leaves for a service finds the step again by going back, and is shown what comes next. */
function bindLeaving(): void {
  const steps = all('[data-phase] ul > li[id]').filter((step) => step.querySelector('h3, h4'));
  for (const step of steps) {
    step.addEventListener('click', ({ target }) => {
      const link = (target as Element).closest<HTMLAnchorElement>('a[href]');
      if (!link || link.host === location.host || link.closest('li[id]') === null) return;
      history.replaceState(null, '', `#${step.id}`);
      remember(forSession, 'left', [step.id]);
    });
  }
  addEventListener('pageshow', () => {
    const [left] = remember(forSession, 'left');
    if (!left) return;
    remember(forSession, 'left', []);
    const at = steps.findIndex(({ id }) => id === left);
    // What could have been done instead is not what comes next.
    const next = steps.slice(at + 1).find((step) => step.dataset['logic'] !== 'or' && !step.hidden);
    if (at < 0 || !next) return;
    const note = element('p', `${words['back'] ?? ''} `);
    note.dataset['welcome'] = '';
    const link = element('a', next.querySelector('h3, h4')?.textContent ?? '');
    link.href = `#${next.id}`;
    note.append(link);
    const nested = steps[at]?.querySelector(':scope > ul:last-child:has(> li[data-logic])');
    steps[at]?.insertBefore(note, nested ?? null);
  });
}

/** Narrows the page down to what concerns those who gave these answers; a question that is not answered narrows nothing. */
function bindQuestions(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-questions]');
  const status = form?.querySelector<HTMLElement>('[data-status]');
  if (!form || !status) return;
  const groups = all('fieldset', form).map((fieldset) =>
    all<HTMLInputElement>('input', fieldset).map(({ value }) => value),
  );
  const tailored = all('[data-for]');
  const concerns = (part: HTMLElement, chosen: ReadonlySet<string>): boolean => {
    const wanted = (part.dataset['for'] ?? '').split(' ');
    return groups.every((options) => {
      const named = wanted.filter((one) => options.includes(one));
      return (
        named.length === 0 ||
        named.some((one) => chosen.has(one)) ||
        !options.some((one) => one !== '' && chosen.has(one))
      );
    });
  };
  const narrow = (): void => {
    const chosen = new Set([...new FormData(form).values()].map(String).filter(Boolean));
    let hidden = 0;
    for (const part of tailored) {
      part.hidden = !concerns(part, chosen);
      if (part.hidden && !part.closest('nav')) hidden += 1;
    }
    const text =
      hidden === 0
        ? form.dataset['everything']
        : form.dataset['shown']?.replace('%', String(hidden));
    if (chosen.size > 0 || status.textContent !== '') status.textContent = text ?? '';
  };
  form.addEventListener('change', narrow);
  form.addEventListener('reset', () => setTimeout(narrow));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
}

/** Ticks stay on this device until they are cleared. */
function bindTicks(): void {
  const boxes = all<HTMLInputElement>('input[data-tick]');
  const note = document.querySelector<HTMLElement>('[data-ticks]');
  const store = (): void => {
    const ticked = boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset['tick']!);
    const kept = remember(forLater, 'ticks', ticked).length === ticked.length;
    if (note) note.hidden = !kept || ticked.length === 0;
  };
  const before = remember(forLater, 'ticks');
  for (const box of boxes) {
    if (before.includes(box.dataset['tick']!)) box.checked = true;
    box.addEventListener('change', store);
  }
  if (boxes.length > 0) store();
  note?.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    store();
  });
}

/** In a frame of the staff app other pages open beside it: most let nobody frame them. */
function openBeside(): void {
  if (window.top === window) return;
  for (const link of all<HTMLAnchorElement>('a[href]:not([href^="#"])')) link.target = '_blank';
}

openBeside();
bindQuestions();
bindTicks();
bindOwnList(guide);
bindFolds();
bindLeaving();
keepPlace();
follow();
addEventListener('hashchange', follow);
// Once more when the browser itself has gone to the place, which takes the focus away.
addEventListener('load', () => requestAnimationFrame(follow));
