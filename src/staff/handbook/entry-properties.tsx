import { BASES, GROUPS, type Properties, type Threshold } from '#contract/handbook';
import { ClashDialog } from '#staff/clash-dialog.tsx';
import { useSavingChanges } from '#staff/use-saving-changes.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { limitWords } from '#ui/limit-words.ts';
import { useEntryEditor } from './entry-editor.tsx';
import { PromiseFields } from './promise-fields.tsx';
import { type Of, PropertyChoice, PropertyRow, PropertyText, SourceText } from './property-row.tsx';
import { SegmentFields } from './segment-fields.tsx';
import { SavingProperties, useEntryProperties } from './use-entry-properties.ts';

/** What an entry is besides its texts. A choice is stored at once, a text when one leaves its field. */
export function EntryProperties() {
  const t = useWords();
  const { at, entry } = useEntryEditor();
  const { saving, shown, written, decide, round } = useSavingChanges(
    `${at}/properties`,
    entry.properties,
    ['/api/handbook'],
  );
  return (
    <SavingProperties value={{ ...saving, shown: shown as Properties }}>
      <Fields key={round} />
      <ClashDialog
        problem={saving.problem}
        before={written.before}
        mine={written.mine}
        nameOf={(place) => {
          const name = place.split('/')[0] as 'owner' | 'share' | 'thresholds';
          return name === 'thresholds'
            ? t('handbook:threshold.title')
            : t(`handbook:property.${name === 'share' ? 'percent' : name}`);
        }}
        say={(value, place) => <Value value={value} place={place} />}
        pending={saving.pending}
        onSettle={decide}
        onClose={saving.reset}
      />
    </SavingProperties>
  );
}

/** A value of a property in words. */
function Value({ value, place }: { value: unknown; place: string }) {
  const t = useWords();
  const language = useLanguage();
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
  if (place === 'basis') return t(`handbook:basis.${value as 'other'}`);
  if (place === 'group') return t(`handbook:group.${value as 'own'}`);
  if (!Array.isArray(value)) return String(value);
  const limits = (value as Threshold[]).map((limit) => limitWords(t, language, limit));
  return (
    limits.map(({ sentence, detail }) => `${sentence} (${detail})`).join('\n') ||
    t('common:clash.empty')
  );
}

function Fields() {
  const { shown: properties } = useEntryProperties();
  switch (properties.kind) {
    case 'phase-scheme':
      return <SchemeFields properties={properties} />;
    case 'segmentation-scheme':
      return <BasisFields properties={properties} />;
    case 'segment':
      return <SegmentFields properties={properties} />;
    case 'promise':
      return <PromiseFields properties={properties} />;
    case 'focus-area':
      return <GroupField properties={properties} />;
    case 'term':
      return <TermFields properties={properties} />;
    default:
      return null;
  }
}

function SchemeFields({ properties }: { properties: Of<'phase-scheme'> }) {
  const { send, problem } = useEntryProperties();
  return (
    <PropertyRow problem={problem}>
      <PropertyText
        name="version"
        value={properties.version}
        maximum={40}
        onStore={(version) => send({ ...properties, version })}
      />
      <SourceText value={properties.source} onStore={(source) => send({ ...properties, source })} />
    </PropertyRow>
  );
}

function BasisFields({ properties }: { properties: Of<'segmentation-scheme'> }) {
  const t = useWords();
  const { send, problem } = useEntryProperties();
  return (
    <PropertyRow problem={problem}>
      <PropertyChoice
        name="basis"
        options={BASES.map((value) => ({ value, label: t(`handbook:basis.${value}`) }))}
        value={properties.basis}
        onChange={(basis) => send({ ...properties, basis })}
      />
      <SourceText value={properties.source} onStore={(source) => send({ ...properties, source })} />
    </PropertyRow>
  );
}

function GroupField({ properties }: { properties: Of<'focus-area'> }) {
  const t = useWords();
  const { send, problem } = useEntryProperties();
  return (
    <PropertyRow problem={problem}>
      <PropertyChoice
        name="group"
        options={GROUPS.map((value) => ({ value, label: t(`handbook:group.${value}`) }))}
        value={properties.group}
        onChange={(group) => send({ ...properties, group })}
      />
    </PropertyRow>
  );
}

function TermFields({ properties }: { properties: Of<'term'> }) {
  const { send, problem } = useEntryProperties();
  return (
    <PropertyRow problem={problem}>
      <SourceText value={properties.source} onStore={(source) => send({ ...properties, source })} />
    </PropertyRow>
  );
}
