import parts from './vectors.json' with { type: 'json' };

/** What somebody writes to get a script, a style or a formula run where it is shown. */
export interface Vector {
  readonly kind: string;
  readonly text: string;
}

// In the parts $ stands for the payload, which calls alert with a number of its own; in frames % for what they hold.
const within = (frames: readonly string[], contents: readonly string[]): string[] =>
  frames.flatMap((frame) => contents.map((content) => frame.replaceAll('%', () => content)));

/** Markup that is another in the next reading (mXSS): what is text in one namespace is an element in the other. */
const mutations = parts.containers.flatMap((container) =>
  within(parts.mutations, parts.raw).map((raw) => container + raw),
);

const disguised = [
  ...parts.swaps.map(
    ([open, close]) =>
      (html: string) =>
        html.replaceAll('<', () => open!).replaceAll('>', () => close!),
  ),
  ...parts.spaces.map((space) => (html: string) => html.replaceAll(' ', space)),
  (html: string) => html.replaceAll('s', 'ſ'),
  (html: string) => html.replaceAll('i', 'ı'),
  (html: string) => html.replaceAll('e', 'e\u0301'),
].flatMap((disguise) => parts.basic.map(disguise));

const KINDS: Readonly<Record<string, readonly string[]>> = {
  element: parts.elements,
  breakout: parts.ends.flatMap((end) => parts.basic.map((element) => end + element)),
  mutation: mutations,
  attribute: parts.quotes.flatMap((quote) =>
    parts.handlers.map((handler) => `x${quote} ${handler} ${quote}`),
  ),
  // Forms whose fields take the names by which a cleaner would look at them.
  clobber: within(parts.clobbers, parts.names),
  address: parts.addresses,
  link: parts.links.flatMap((link) =>
    parts.addresses.map((address) => link.replaceAll('@', () => address)),
  ),
  markdown: parts.around.flatMap((frame) =>
    parts.basic.map((element) => frame.replaceAll('~', () => element)),
  ),
  // Of engines that might read the text again, our own words' (i18next) among them.
  template: [...within(parts.braces, parts.expressions), ...parts.templates],
  letters: [...disguised, ...within(parts.frames, parts.basic)],
  style: [...parts.styles, ...within(parts.sheets, parts.rules)],
  formula: parts.starts.flatMap((start) =>
    parts.formulas.map((formula) => `${start}${formula} ${start}$`),
  ),
};

const call = (number: number): string => `alert(${number})`;
const PAYLOADS = [
  call,
  (number: number) => `top.__ran=${call(number)}`,
  (number: number) => `(self.confirm||${call(number)})(${number})`,
] as const;

function armed(text: string, number: number): string {
  const payload = PAYLOADS[number % PAYLOADS.length]!(number);
  if (!text.includes('$')) return `${text} ${payload}`;
  return text.replaceAll(/\$(?!t\(|on\.|eval|\{)/g, () => payload);
}

const ALL: readonly Vector[] = Object.entries(KINDS).flatMap(([kind, texts]) =>
  texts.map((text) => ({ kind, text })),
);

/**
 * So many attacks, spread evenly over all kinds, the same every time. Each carries its own number in its payload, and
 * is trimmed as everything is that people write.
 */
export function vectors(count: number): Vector[] {
  if (count > ALL.length) throw new Error(`there are only ${ALL.length} vectors`);
  return Array.from({ length: count }, (_, index) => {
    const number = Math.floor((index * ALL.length) / count);
    const { kind, text } = ALL[number]!;
    return {
      kind,
      text: armed(text, 1_000 + number)
        .normalize('NFC')
        .trim(),
    };
  });
}

/** Every address of the attacks, for where an address is asked for. */
export const attackingAddresses = (): string[] =>
  parts.addresses.map((address, index) => armed(address, 9_000 + index));
