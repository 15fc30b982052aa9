/** What a path's page says of one of its parts, to stand on another page. `address` is that of the path's page. */
export function copyOf(part: HTMLElement, address: string): HTMLElement {
  const made = document.createElement('div');
  const { phase, logic } = part.dataset;
  made.append(
    ...(phase !== undefined
      ? phaseOf(part, address)
      : logic !== undefined
        ? stepOf(part)
        : [...part.children]
    ).map((node) => document.importNode(node, true)),
  );
  made.dataset['copy'] = '';
  tidy(made, address);
  return made;
}

/** Of a phase: all that is said of it, and the names of its steps. */
function phaseOf(part: HTMLElement, address: string): Element[] {
  return [...(part.querySelector('[data-body]')?.children ?? [])].flatMap((child) => {
    if (child.matches('.screen-only, [data-reply]')) return [];
    const steps = [...child.querySelectorAll<HTMLElement>(':scope > li[data-logic]')];
    return steps.length === 0 ? [child] : [namesOf(steps, address)];
  });
}

function namesOf(steps: readonly HTMLElement[], address: string): HTMLElement {
  const list = document.createElement('ol');
  for (const step of steps) {
    const link = document.createElement('a');
    link.href = `${address}#${step.id}`;
    link.textContent = step.dataset['part'] ?? '';
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list;
}

/** Of a step: all that is its own. What joins it is another step. */
const stepOf = (part: HTMLElement): Element[] =>
  [...part.children].filter(
    (child) =>
      !child.matches('[data-joint], h3, h4') && !child.querySelector(':scope > li[data-logic]'),
  );

/** Places lead to the path's page, names of places stay there, and a heading is one below the part's own. */
function tidy(copy: HTMLElement, address: string): void {
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
    link.setAttribute('href', address + link.getAttribute('href')!);
  for (const heading of copy.querySelectorAll('h3, h4, h5')) {
    const same = document.createElement('h4');
    same.className = heading.className;
    same.append(...heading.childNodes);
    heading.replaceWith(same);
  }
}
