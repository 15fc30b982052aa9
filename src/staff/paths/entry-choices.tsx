import { type Handbook, troubleOf } from '#contract/handbook';
import type { DraftElement, Input } from '#contract/paths';
import { useGet } from '#staff/api.ts';
import { saidOf } from '#staff/handbook/handbook-view.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { dayOf } from '#ui/format.ts';
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
  const lost = data ? chosen.filter((code) => options.every((one) => one.code !== code)) : [];
  const state = useEntryState();
  if (options.length + lost.length === 0) return null;
  const toggle = (code: string, on: boolean): void =>
    send({ [input.name]: on ? [...chosen, code] : chosen.filter((one) => one !== code) });
  return (
    <fieldset className={style.field} data-place={`${element.anchor}/${input.name}`}>
      <legend>{t(`paths:property.${input.name as 'segments'}`)}</legend>
      <Hint element={element} name={input.name} />
      <div className={style.row}>
        {options.map((entry) => {
          const { id, code } = entry;
          return (
            <Checkbox
              key={id}
              name={`${input.name}/${code}`}
              label={saidOf(entry, 'name', language)}
              hint={state(entry)}
              checked={chosen.includes(code)}
              onChange={(on) => toggle(code, on)}
              disabled={!editable}
            />
          );
        })}
        {lost.map((code) => (
          <Checkbox
            key={code}
            name={`${input.name}/${code}`}
            label={t('paths:property.promiseState.unknown', { code })}
            checked
            onChange={() => toggle(code, false)}
            disabled={!editable}
          />
        ))}
      </div>
      <Trouble problem={problem} />
    </fieldset>
  );
}

function Hint({ element, name }: { element: DraftElement; name: string }) {
  const t = useWords();
  if (name === 'segments') return <p className={style.hint}>{t('paths:property.segmentsHint')}</p>;
  if (name !== 'promises') return null;
  const point = element.properties.kind === 'critical-point';
  return (
    <p className={style.hint}>
      {t(point ? 'paths:property.pointPromisesHint' : 'paths:property.promisesHint')}
    </p>
  );
}

/** What one should know of a promise or aim before choosing it, or has to do about it now. */
function useEntryState(): (entry: Handbook['entries'][number]) => string | undefined {
  const t = useWords();
  const today = dayOf();
  return (entry) => {
    const { properties } = entry;
    if (properties.kind !== 'promise' && properties.kind !== 'aim') return undefined;
    const trouble = troubleOf(entry, today);
    if (trouble) return t(`paths:property.promiseState.${trouble}`);
    return properties.kind === 'promise' && !properties.public
      ? t('paths:property.promiseState.private')
      : undefined;
  };
}
