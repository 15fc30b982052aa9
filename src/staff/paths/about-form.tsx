import { LIFE_EVENTS, PathSettings } from '#contract/paths';
import type { Colleague } from '#contract/identity';
import { useGet, useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Saved } from '#ui/saved.tsx';
import { Select } from '#ui/select.tsx';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';

const CHOICES = ['level', 'pathKind', 'visibility'] as const;
const { level, pathKind, visibility, audiences } = PathSettings.shape;
const OPTIONS = {
  level: level.options,
  pathKind: pathKind.options,
  visibility: visibility.options,
} as const;

/** What the path is: its level and kind, whom it is for, where it is found, who sees it. Each change is stored at once. */
export function AboutForm() {
  const t = useWords();
  const { draft, at, editable } = useEditor();
  const { send, problem, savedAt } = useSend<PathSettings>('PUT', `${at}/settings`, {
    invalidate: ['/api/paths'],
  });
  const store = (change: Partial<PathSettings>): void => send({ ...draft.settings, ...change });
  return (
    <div className={style.fields}>
      <ErrorSummary problem={problem} />
      <div className={style.row}>
        {CHOICES.map((name) => (
          <Select
            key={name}
            name={name}
            label={t(
              name === 'visibility' ? 'paths:settings.visibilityOf' : `paths:settings.${name}`,
            )}
            options={OPTIONS[name].map((value) => ({
              value,
              label: t(`paths:settingOption.${name}.${value as 'service'}` as 'paths:title'),
            }))}
            value={draft.settings[name]}
            onChange={(value) => store({ [name]: value })}
            disabled={!editable}
          />
        ))}
      </div>
      <Choices
        name="audiences"
        options={audiences.def.element.options}
        labelOf={(one) => t(`paths:settingOption.audiences.${one as 'customer'}`)}
        onStore={store}
      />
      <Choices
        name="lifeEvents"
        hint={t('paths:settings.lifeEventsHint')}
        options={LIFE_EVENTS}
        labelOf={(one) => t(`paths:lifeEvent.${one as 'ageing'}`)}
        onStore={store}
      />
      <Owners onStore={store} />
      <Checkbox
        name="professionalOpen"
        label={t('paths:settings.professionalOpen')}
        checked={draft.settings.professionalOpen}
        onChange={(professionalOpen) => store({ professionalOpen })}
        disabled={!editable}
      />
      <Saved at={savedAt} />
    </div>
  );
}

function Owners({ onStore }: { onStore: (change: Partial<PathSettings>) => void }) {
  const t = useWords();
  const { draft, editable } = useEditor();
  const { data } = useGet<{ colleagues: Colleague[] }>(`/api/nodes/${draft.node}/colleagues`);
  const options = [
    { value: '', label: t('paths:settings.nobody') },
    ...(data?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={style.row}>
      {(['owner', 'deputy'] as const).map((name) => (
        <Select
          key={name}
          name={name}
          label={t(`paths:settings.${name}`)}
          options={options}
          value={draft.settings[name] ?? ''}
          onChange={(account) => onStore({ [name]: account === '' ? null : account })}
          disabled={!editable}
        />
      ))}
    </div>
  );
}

function Choices({
  name,
  hint,
  options,
  labelOf,
  onStore,
}: {
  name: 'audiences' | 'lifeEvents';
  hint?: string;
  options: readonly string[];
  labelOf: (option: string) => string;
  onStore: (change: Partial<PathSettings>) => void;
}) {
  const t = useWords();
  const { draft, editable } = useEditor();
  const chosen: readonly string[] = draft.settings[name];
  const toggle = (option: string, on: boolean): void =>
    onStore({ [name]: options.filter((one) => (one === option ? on : chosen.includes(one))) });
  return (
    <fieldset className={style.field}>
      <legend>{t(`paths:settings.${name}`)}</legend>
      {hint && <p className={style.hint}>{hint}</p>}
      <div className={style.row}>
        {options.map((option) => (
          <Checkbox
            key={option}
            name={`${name}/${option}`}
            label={labelOf(option)}
            checked={chosen.includes(option)}
            onChange={(on) => toggle(option, on)}
            disabled={!editable}
          />
        ))}
      </div>
    </fieldset>
  );
}
