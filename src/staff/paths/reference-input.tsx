import { useState } from 'react';
import type { DraftElement, Input } from '#contract/paths';
import { useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type Language } from '#platform/language.ts';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { EntryChoices } from './entry-choices.tsx';
import { Trouble } from './property-input.tsx';
import { useProperties } from './use-properties.ts';

interface InputProps {
  element: DraftElement;
  input: Input;
}

/** What a part refers to: other parts of the path, entries of the handbook, or an address in each language. */
export function ReferenceInput({ element, input }: InputProps) {
  if (input.as === 'anchors') return <Anchors element={element} input={input} />;
  if (input.as === 'entries') return <EntryChoices element={element} input={input} />;
  if (input.as === 'address') return <Addresses element={element} input={input} />;
  return null;
}

const ONE: ReadonlySet<string> = new Set(['from', 'to', 'returnsTo', 'through']);
const HINTS: ReadonlySet<string> = new Set(['shownFor', 'segments']);

function Anchors({ element, input }: InputProps & { input: Input & { as: 'anchors' } }) {
  const t = useWords();
  const { draft, nameOf, editable, find } = useEditor();
  const { send, problem } = useProperties(element);
  const chosen = (element.properties as Record<string, unknown>)[input.name] as string[];
  const options = draft.elements.filter(
    ({ anchor, properties }) => input.of.includes(properties.kind) && anchor !== element.anchor,
  );
  const names = options.map(nameOf);
  // Parts of the same name, such as one channel on several steps, are told apart by what they stand under.
  const labelOf = (option: DraftElement): string => {
    const name = nameOf(option);
    const above = names.indexOf(name) === names.lastIndexOf(name) ? null : find(option.parent);
    return above ? `${name} (${nameOf(above)})` : name;
  };
  const lost = chosen.filter((anchor) => !find(anchor));
  if (options.length === 0 && chosen.length === 0) return null;
  const toggle = (anchor: string, on: boolean): void => {
    const others = ONE.has(input.name) ? [] : chosen.filter((one) => one !== anchor && find(one));
    send({ [input.name]: on ? [...others, anchor] : others });
  };
  return (
    <fieldset className={style.field} data-place={`${element.anchor}/${input.name}`}>
      <legend>{t(`paths:property.${input.name as 'at'}`)}</legend>
      {HINTS.has(input.name) && (
        <p className={style.hint}>{t(`paths:property.${input.name as 'shownFor'}Hint`)}</p>
      )}
      <div className={style.row}>
        {options.map((option) => (
          <Checkbox
            key={option.anchor}
            name={`${input.name}/${option.anchor}`}
            label={labelOf(option)}
            checked={chosen.includes(option.anchor)}
            onChange={(on) => toggle(option.anchor, on)}
            disabled={!editable}
          />
        ))}
      </div>
      {lost.length > 0 && (
        <p className={style.failed} role="alert">
          {t('errors:fault.reference-missing')}
        </p>
      )}
      <Trouble problem={problem} />
    </fieldset>
  );
}

type LocalAddress = { [L in Language]?: string | undefined };

function Addresses({ element, input }: InputProps) {
  const t = useWords();
  const { draft, editable } = useEditor();
  const { send, problem } = useProperties(element);
  const stored = (element.properties as Record<string, unknown>)[input.name] as LocalAddress;
  const [url, setUrl] = useState<LocalAddress>(stored);
  const store = (): void => {
    const filled = Object.fromEntries(
      Object.entries(url).flatMap(([language, address]) =>
        address?.trim() ? [[language, address.trim()]] : [],
      ),
    );
    if (draft.languages.some((one) => filled[one] !== stored[one])) send({ [input.name]: filled });
  };
  const place = `${element.anchor}/${input.name}`;
  return (
    <fieldset className={style.field} data-place={place}>
      <legend>{t(`paths:property.${input.name as 'url'}`)}</legend>
      <p className={style.hint}>{t('paths:property.urlHint')}</p>
      <div className={style.row}>
        {draft.languages.map((language) => (
          <div key={language} className={style.cell} data-place={`${place}/${language}`}>
            <TextField
              name={`${input.name}/${language}`}
              label={t(`paths:language.${language}`)}
              type="url"
              optional={language !== 'fi'}
              value={url[language] ?? ''}
              onChange={(address) => setUrl({ ...url, [language]: address })}
              onBlur={store}
              disabled={!editable}
            />
          </div>
        ))}
      </div>
      <Trouble problem={problem} />
    </fieldset>
  );
}
