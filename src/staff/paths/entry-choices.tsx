import type { Handbook } from '#contract/handbook';
import type { DraftElement, Input } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { Trouble } from './property-input.tsx';
import { useProperties } from './use-properties.ts';

/** The entries of the handbook that a part refers to. One that is out of use can be left, and not chosen anew. */
export function EntryChoices({
  element,
  input,
}: {
  element: DraftElement;
  input: Input & { as: 'entries' };
}) {
  const t = useWords();
  const language = useLanguage();
  const { editable } = useEditor();
  const { data } = useGet<Handbook>('/api/handbook');
  const { send, problem } = useProperties(element);
  const chosen = (element.properties as Record<string, unknown>)[input.name] as string[];
  const options = (data?.entries ?? []).filter(
    ({ code, retired, properties }) =>
      properties.kind === input.of && (!retired || chosen.includes(code)),
  );
  if (options.length === 0) return null;
  const toggle = (code: string, on: boolean): void =>
    send({ [input.name]: on ? [...chosen, code] : chosen.filter((one) => one !== code) });
  return (
    <fieldset className={style.field} data-place={`${element.anchor}/${input.name}`}>
      <legend>{t(`paths:property.${input.name as 'segments'}`)}</legend>
      {input.name === 'segments' && (
        <p className={style.hint}>{t('paths:property.segmentsHint')}</p>
      )}
      <div className={style.row}>
        {options.map(({ id, code, texts: { name } }) => (
          <Checkbox
            key={id}
            name={`${input.name}/${code}`}
            label={inLanguage(
              { fi: name?.fi?.text, sv: name?.sv?.text, en: name?.en?.text },
              language,
            )}
            checked={chosen.includes(code)}
            onChange={(on) => toggle(code, on)}
            disabled={!editable}
          />
        ))}
      </div>
      <Trouble problem={problem} />
    </fieldset>
  );
}
