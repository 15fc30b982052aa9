import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a browser did that no words may make it do: what ran, what the content policy refused, what was fetched. */
export type Alarm = readonly string[];

/** Watches every page and frame of a context. What happens is in the list that comes back, from now on. */
export async function watch(context: BrowserContext, origin: string): Promise<Alarm> {
  const raised: string[] = [];
  await context.exposeBinding('__raise', ({ frame }, what: string) =>
    raised.push(`${what} at ${frame.url()}`),
  );
  await context.addInitScript(listen);
  context.on('dialog', async (dialog) => {
    raised.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  context.on('console', (message) => {
    if (/content security policy|refused to|blocked (script|form)|sandbox/i.test(message.text()))
      raised.push(`console ${message.text()}`);
  });
  context.on('weberror', (error) => raised.push(`error ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const ours = url.origin === origin && !/^\/(x|$)|\/(x|y)$/.test(url.pathname);
    if (!ours && url.protocol !== 'about:') raised.push(`request ${request.url().slice(0, 200)}`);
  });
  return raised;
}

// Runs in the page before anything of it.
function listen(): void {
  const page = globalThis as unknown as Record<string, unknown> & {
    __raise?: (what: string) => void;
  };
  const raise = (what: string): void => page.__raise?.(what);
  for (const name of ['alert', 'confirm', 'prompt'])
    page[name] = (words: unknown) => raise(`${name}(${String(words)})`);
  Object.defineProperty(page, '__ran', { set: (value) => raise(`__ran = ${value}`) });
  addEventListener('securitypolicyviolation', (event) =>
    raise(`policy ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
}

/** The elements that our pages are made of; whatever else stands in one was made by somebody's words. */
const OURS =
  'html head meta title link script style body a header nav main footer section article aside search output div span p dfn h1 h2 h3 h4 ul ol li dl dt dd strong em q br small blockquote ' +
  'figure figcaption time col colgroup details summary form fieldset legend label input textarea select option button table caption thead tbody tr th td svg path circle rect line g text polyline defs pattern iframe template';

// Runs in the page: which of the words it does not show as they are.
function missingOf(words: readonly string[]): string[] {
  const bare = (text: string): string => text.replaceAll(/\s/g, '');
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
  const texts = [document.documentElement.textContent, ...fields.map(({ value }) => value)];
  const shown = bare(texts.join(' '));
  return words.filter((text) => !shown.includes(bare(text)));
}

// Runs in the page: what in it is none of ours.
function strangeIn(ours: string): string[] {
  const known = new Set(ours.split(' '));
  const own = (value: string): boolean => {
    const { protocol = '', username = '' } = URL.parse(value, location.href) ?? {};
    return /^(https?|tel|mailto):$/.test(protocol) && username === '';
  };
  const isStrange = (element: Element): boolean => {
    const { localName, attributes } = element;
    if (!known.has(localName)) return true;
    // What is told to programs is data, which no browser runs.
    const isData = element.getAttribute('type') === 'application/ld+json';
    if (localName === 'script' && !isData && !/^\/assets\//.test(element.getAttribute('src') ?? ''))
      return true;
    if (
      localName === 'iframe' &&
      !/^\/staff\/(preview|professional|customer)\//.test(element.getAttribute('src') ?? '')
    )
      return true;
    if (localName === 'style' && element.closest('head') === null) return true;
    if (element.closest('.prose *') && !/^(p|br|ul|ol|li|em|strong|a)$/.test(localName))
      return true;
    // An explained word leads to its explanation on the same page; Markdown can write none of this.
    const isTerm =
      element.getAttribute('role') === 'doc-glossref' &&
      /^#sana-/.test(element.getAttribute('href') ?? '');
    const plain = isTerm ? /^(href|id|class|role)$/ : /^(href|title|start)$/;
    return [...attributes].some(
      ({ name, value }) =>
        /^on|^(srcdoc|formaction|background|ping|is|popover|http-equiv|xlink:href)$|^(ng|v|x)-|[@"'<>]/i.test(
          name,
        ) ||
        (/^(href|src|action|data|poster|cite)$/.test(name) && !own(value)) ||
        (element.closest('.prose *') && !plain.test(name)),
    );
  };
  const templates = [...document.querySelectorAll('template')];
  const elements = [document, ...templates.map(({ content }) => content)].flatMap((part) => [
    ...part.querySelectorAll('*'),
  ]);
  return elements.filter(isStrange).map(({ outerHTML }) => outerHTML.slice(0, 200));
}

const PATIENCE_MS = 15_000;

/** Waits until a page shows all the words just as they were written; then nothing of them may have become anything else. */
export async function expectOnlyWords(
  page: Page | Frame,
  alarm: Alarm,
  place: string,
  words: readonly string[],
): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  let missing = await page.evaluate(missingOf, words);
  while (missing.length > 0 && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 60));
    missing = await page.evaluate(missingOf, missing);
  }
  const strange = await page.evaluate(strangeIn, OURS);
  expect({ place, alarm, missing, strange }).toEqual({
    place,
    alarm: [],
    missing: [],
    strange: [],
  });
}
