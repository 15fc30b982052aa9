import { LIFE_EVENTS, PathSettings } from '#contract/paths';
import type { Colleague } from '#contract/identity';
import { useGet } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
import { useSavingChanges } from '#staff/use-saving-changes.ts';
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

interface PartProps {
  shown: PathSettings;
  onStore: (change: Partial<PathSettings>) => void;
}

/** What the path is: its level and kind, whom it is for, where it is found, who sees it. Each change is stored at once. */
export function AboutForm() {
  const t = useWords();
  const { draft, at, editable } = useEditor();
  const { saving, written, decide, ...rest } = useSavingChanges(`${at}/settings`, draft.settings, [
    '/api/paths',
  ]);
  const { problem, savedAt, send: store } = saving;
  const shown = rest.shown as PathSettings;
  return (
    <div className={style.fields}>
      <ErrorSummary problem={isClash(problem) ? null : problem} />
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
            value={shown[name]}
            onChange={(value) => store({ [name]: value })}
            disabled={!editable}
          />
        ))}
      </div>
      <Choices
        name="audiences"
        options={audiences.def.element.options}
        labelOf={(one) => t(`paths:settingOption.audiences.${one as 'customer'}`)}
        shown={shown}
        onStore={store}
      />
      <Choices
        name="lifeEvents"
        hint={t('paths:settings.lifeEventsHint')}
        options={LIFE_EVENTS}
        labelOf={(one) => t(`paths:lifeEvent.${one as 'ageing'}`)}
        shown={shown}
        onStore={store}
      />
      <Owners shown={shown} onStore={store} />
      <Checkbox
        name="professionalOpen"
        label={t('paths:settings.professionalOpen')}
        checked={shown.professionalOpen}
        onChange={(professionalOpen) => store({ professionalOpen })}
        disabled={!editable}
      />
      <Saved at={savedAt} />
      <ClashDialog
        problem={problem}
        before={written.before}
        mine={written.mine}
        nameOf={(place) =>
          t(
            place === 'visibility'
              ? 'paths:settings.visibilityOf'
              : `paths:settings.${place as 'level'}`,
          )
        }
        say={(value, place) => <Value value={value} place={place} />}
        pending={saving.pending}
        onSettle={decide}
        onClose={saving.reset}
      />
    </div>
  );
}

/** A setting in words. */
function Value({ value, place }: { value: unknown; place: string }) {
  const t = useWords();
  const colleagues = useColleagues();
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
  return place === 'owner' || place === 'deputy'
    ? (colleagues.find(({ id }) => id === value)?.name ?? t('paths:settings.somebody'))
    : t(`paths:settingOption.${place as 'level'}.${value as 'service'}`);
}

/** Those who can answer for the path. */
function useColleagues(): readonly Colleague[] {
  const { draft } = useEditor();
  const { data } = useGet<{ colleagues: Colleague[] }>(`/api/nodes/${draft.node}/colleagues`);
  return data?.colleagues ?? [];
}

function Owners({ shown, onStore }: PartProps) {
  const t = useWords();
  const { editable } = useEditor();
  const options = [
    { value: '', label: t('paths:settings.nobody') },
    ...useColleagues().map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={style.row}>
      {(['owner', 'deputy'] as const).map((name) => (
        <Select
          key={name}
          name={name}
          label={t(`paths:settings.${name}`)}
          options={options}
          value={shown[name] ?? ''}
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
  shown,
  onStore,
}: PartProps & {
  name: 'audiences' | 'lifeEvents';
  hint?: string;
  options: readonly string[];
  labelOf: (option: string) => string;
}) {
  const t = useWords();
  const { editable } = useEditor();
  const chosen: readonly string[] = shown[name];
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
