import { type Channel, isDigital, isWebAddress, isWithoutNet } from '#modules/channels';
import { isEasy, type Language, type Variant, VARIANTS } from '#platform/language.ts';
import type { DraftElement, PathFault } from './contract.ts';
import { mapFaults } from './map-faults.ts';
import { isForStaff, ROOT_ANCHOR } from './element.ts';
import { FIELDS } from './element-fields.ts';
import { easyOf } from './element-store.ts';
import { holdsIdentityCode } from '#platform/identity-code.ts';

/** What is checked before a version is published. */
export interface Checked {
  readonly elements: readonly DraftElement[];
  /** The languages in duty of the county. */
  readonly languages: readonly Language[];
  readonly slugs: Readonly<Partial<Record<Language, string>>>;
  readonly clinical: boolean;
  readonly channels: ReadonlyMap<string, Channel>;
}

type FaultCode = PathFault['code'];

const fault = (
  anchor: string,
  code: FaultCode,
  field: string | null = null,
  language: Variant | null = null,
): PathFault => ({
  anchor,
  field,
  language,
  code,
});

/** Everything that keeps a draft from being published, in the order of the path. None: it is fit. */
export function findFaults(checked: Checked): PathFault[] {
  const { elements, languages, slugs, clinical } = checked;
  const variants = variantsOf(elements, languages);
  const has = (kind: string): boolean =>
    elements.some(({ properties }) => properties.kind === kind);
  return [
    ...languages
      .filter((language) => slugs[language] === undefined)
      .map((language) => fault(ROOT_ANCHOR, 'slug-missing', 'slug', language)),
    ...(has('phase') ? [] : [fault(ROOT_ANCHOR, 'phase-missing')]),
    ...(clinical && !has('urgency-notice') ? [fault(ROOT_ANCHOR, 'urgency-missing')] : []),
    ...elements.flatMap((element) => [
      ...textFaults(element, variants),
      ...addressFaults(element),
      ...channelFaults(element, checked),
      ...stepFaults(element, checked),
      ...mapFaults(element, elements),
    ]),
  ];
}

/** Whether a text is a template's prompt, which tells what to write there. */
const isPrompt = (text: string): boolean => text.trimStart().startsWith('✎');

/** The county's languages and the easy variants that the path is offered in. */
function variantsOf(
  elements: readonly DraftElement[],
  languages: readonly Language[],
): readonly Variant[] {
  const easy = easyOf(elements);
  return VARIANTS.filter((variant) =>
    isEasy(variant) ? easy.includes(variant) : languages.includes(variant),
  );
}

function textFaults(
  { anchor, properties, texts }: DraftElement,
  variants: readonly Variant[],
): PathFault[] {
  return FIELDS[properties.kind].flatMap(({ name, required, notEasy }) => {
    const said = texts[name] ?? {};
    const written = Object.values(said).some(({ text }) => text !== '');
    const wanted = isForStaff(properties.kind)
      ? variants.filter((variant) => variant === 'fi')
      : variants.filter((variant) => !(notEasy && isEasy(variant)));
    const lacking = wanted.filter((variant) => !said[variant]?.text);
    const code = written ? 'translation-missing' : 'text-missing';
    const coded = Object.entries(said).filter(([, { text }]) => holdsIdentityCode(text));
    const prompts = Object.entries(said).filter(([, { text }]) => isPrompt(text));
    return [
      ...(written || required
        ? lacking.map((language) => fault(anchor, code, name, language))
        : []),
      ...coded.map(([language]) => fault(anchor, 'identity-code', name, language as Variant)),
      ...prompts.map(([language]) => fault(anchor, 'prompt-left', name, language as Variant)),
    ];
  });
}

function addressFaults({ anchor, properties }: DraftElement): PathFault[] {
  if (!('url' in properties)) return [];
  const addresses = Object.entries(properties.url) as [Language, string][];
  if (addresses.length === 0 && !MAY_LACK_ADDRESS.has(properties.kind))
    return [fault(anchor, 'address-missing', 'url')];
  return addresses
    .filter(([, url]) => !isWebAddress(url))
    .map(([language]) => fault(anchor, 'address-unsafe', 'url', language));
}

// What one may know without the net, too.
const MAY_LACK_ADDRESS: ReadonlySet<string> = new Set([
  'evidence',
  'process-ref',
  'tool',
  'hand-over',
]);

function channelFaults(
  { anchor, properties, channel }: DraftElement,
  { channels }: Checked,
): PathFault[] {
  if (properties.kind !== 'channel-use') return [];
  return channels.get(channel ?? '')?.closed === false
    ? []
    : [fault(anchor, 'channel-closed', 'channel')];
}

function stepFaults(step: DraftElement, { elements, channels }: Checked): PathFault[] {
  if (step.properties.kind !== 'step') return [];
  const children = elements.filter(({ parent }) => parent === step.anchor);
  const told = Object.values(step.texts['text'] ?? {}).some(({ text }) => text !== '');
  const empty = !told && children.length === 0;
  const kinds = children.flatMap(({ channel }) => channels.get(channel ?? '')?.kind ?? []);
  const needsNet = kinds.some(isDigital) || children.some(onlyOnNet);
  const stuck = needsNet && !kinds.some(isWithoutNet) && step.properties.onlyDigitalReason === '';
  return [
    ...(empty ? [fault(step.anchor, 'step-empty', 'text')] : []),
    ...(stuck ? [fault(step.anchor, 'only-digital')] : []),
  ];
}

// A symptom check and a form are on the net too; a form may tell how it is filled in on paper.
const onlyOnNet = ({ properties, texts }: DraftElement): boolean =>
  properties.kind === 'symptom-check' || (properties.kind === 'form' && !texts['paper']?.fi?.text);
