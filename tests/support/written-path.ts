import {
  type Draft,
  type ElementKind,
  FIELDS,
  isForStaff,
  type PathSummary,
} from '#contract/paths';
import { LANGUAGES, type Language } from '#platform/i18n.ts';
import { isEasy, type Variant } from '#platform/language.ts';
import { done, type Next, type People } from './ask.ts';

/** What was written into the example path, by language, apart from what its page does not show as plain words. */
export interface WrittenPath {
  readonly id: string;
  readonly slugs: Record<Language, string>;
  readonly words: Record<Language, string[]>;
  /** What only the professional's view shows. */
  readonly professional: Record<Language, string[]>;
}

const HIDDEN = new Set(['searchWords', 'shortName', 'contact']);
const PROFESSIONAL: ReadonlySet<ElementKind> = new Set(['task', 'check-question', 'tip', 'tool']);

/** Writes attacks into every text of the example's path, or into the first part of each kind only. */
export async function writePath(
  { editor }: People,
  next: Next,
  everything: boolean,
): Promise<WrittenPath> {
  const { paths } = await done<{ paths: PathSummary[] }>(editor, 'GET', '/api/paths');
  const example = paths.find(({ slugs }) => slugs.fi === 'seksitautien-testaus-ja-hoito')!;
  const at = `/api/paths/${example.id}`;
  const draft = await done<Draft>(editor, 'GET', `${at}/draft`);
  const words: Record<Language, string[]> = { fi: [], sv: [], en: [] };
  const professional: Record<Language, string[]> = { fi: [], sv: [], en: [] };
  const first = draft.elements.filter(
    ({ properties: { kind } }, index) =>
      everything || draft.elements.findIndex((other) => other.properties.kind === kind) === index,
  );
  // A notice tells only the numbers of its channels.
  const hidden = new Set(
    draft.elements
      .filter(({ properties }) => properties.kind === 'urgency-notice')
      .map(({ anchor }) => anchor),
  );
  for (const { anchor, parent, properties, texts } of first) {
    const variants: Variant[] = isForStaff(properties.kind)
      ? [...LANGUAGES]
      : [...LANGUAGES, ...draft.easy];
    for (const field of FIELDS[properties.kind]) {
      for (const language of variants.filter((one) => !(field.notEasy && isEasy(one)))) {
        const text = next(field.maximum);
        const expectedRevision = texts[field.name]?.[language]?.revision ?? null;
        await done(editor, 'PUT', `${at}/texts`, {
          anchor,
          field: field.name,
          language,
          text,
          expectedRevision,
        });
        const shown = !field.markdown && !HIDDEN.has(field.name) && !hidden.has(parent ?? '');
        if (isEasy(language)) continue;
        if (PROFESSIONAL.has(properties.kind) || field.name === 'contact')
          professional[language as Language].push(text);
        if (shown && !isForStaff(properties.kind)) words[language as Language].push(text);
      }
    }
  }
  return { id: draft.id, slugs: draft.slugs as Record<Language, string>, words, professional };
}

/** Has the draft reviewed by those who may, then published. */
export async function publishPath(
  { reviewer, clinician, publisher }: People,
  path: string,
): Promise<void> {
  const at = `/api/paths/${path}`;
  const { number, revision } = await done<Draft>(reviewer, 'GET', `${at}/draft`);
  const verdict = { number, revision, verdict: 'approval' };
  await done(reviewer, 'POST', `${at}/reviews/verdicts`, verdict);
  await done(clinician, 'POST', `${at}/reviews/clinical-verdicts`, verdict);
  await done(publisher, 'POST', `${at}/publication`, {});
}

/** Writes addresses of attacks where paths and channels have addresses; which were taken comes back. */
export async function writeAddresses(
  { editor }: People,
  path: string,
  addresses: readonly string[],
): Promise<string[]> {
  const draft = await done<Draft>(editor, 'GET', `/api/paths/${path}/draft`);
  const taken: string[] = [];
  for (const kind of ['link', 'form', 'symptom-check']) {
    const { anchor, properties } = draft.elements.find((one) => one.properties.kind === kind)!;
    for (const fi of addresses) {
      const at = `/api/paths/${path}/elements/${anchor}/properties`;
      const { status } = await editor('PUT', at, { ...properties, url: { fi } });
      if (status < 300) taken.push(fi);
    }
  }
  for (const url of addresses) {
    const channel = { kind: 'website', url, texts: { name: { fi: 'Kanava' } } };
    if ((await editor('POST', '/api/channels', channel)).status < 300) taken.push(url);
  }
  return [...new Set(taken)];
}
