import type { Handbook } from '#contract/handbook';
import { type ElementKind, inputsOf } from '#contract/paths';
import { inLanguage, isVariant } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { saidOf } from '#staff/handbook/handbook-view.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { useEditor } from './editor.tsx';
import { useStatements } from './use-statements.ts';

/** A property of a part, as the difference of two versions tells it. */
interface Value {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
}

/** Says the values of properties as the editor's own fields say them; what has no word of its own is told as it is. */
export function usePropertyWords(): (of: Value) => string {
  const t = useWords();
  const language = useLanguage();
  const { channels } = useEditor();
  const nameOf = useNames();
  return ({ kind, name, value }) => {
    if (value === '') return '';
    if (value === 'true' || value === 'false')
      return t(value === 'true' ? 'common:yes' : 'common:no');
    if (name === 'channel') {
      const channel = channels.find(({ id }) => id === value);
      return channel ? inLanguage(channel.texts.name, language) : value;
    }
    if (/^[[{]/.test(value)) {
      const whole = JSON.parse(value) as object;
      if (!Array.isArray(whole)) return listOf(whole);
      return whole
        .map((one: unknown) =>
          typeof one === 'string' ? nameOf({ kind, name, value: one }) : listOf(one as object),
        )
        .join(', ');
    }
    const said = nameOf({ kind, name, value });
    return t(`paths:option.${name as 'timing'}.${value as 'before'}`, { defaultValue: said });
  };
}

/** What one value names: another part of the path, an entry of the handbook, a language, a statement. */
function useNames(): (of: Value) => string {
  const t = useWords();
  const language = useLanguage();
  const { find, nameOf } = useEditor();
  const { data } = useGet<Handbook>('/api/handbook');
  const statements = useStatements();
  return ({ kind, name, value }) => {
    const input = inputsOf(kind as ElementKind).find((one) => one.name === name);
    if (input?.as === 'anchors') {
      const part = find(value);
      return part ? nameOf(part) : value;
    }
    if (input?.as === 'entries') {
      const entry = data?.entries.find(({ code }) => code === value);
      return entry ? saidOf(entry, 'name', language) : value;
    }
    if (isVariant(value)) return t(`paths:language.${value}`);
    return name === 'statement' ? (statements.get(value)?.label ?? value) : value;
  };
}

const listOf = (value: object): string =>
  Object.entries(value)
    .map(([key, one]) => `${key}: ${typeof one === 'string' ? one : JSON.stringify(one)}`)
    .join(', ');
