import { BASES, GROUPS } from '#contract/handbook';
import { useWords } from '#staff/words.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import { PromiseFields } from './promise-fields.tsx';
import { type Of, PropertyChoice, PropertyRow, PropertyText, SourceText } from './property-row.tsx';
import { SegmentFields } from './segment-fields.tsx';
import { useEntryProperties } from './use-entry-properties.ts';

/** What an entry is besides its texts. A choice is stored at once, a text when one leaves its field. */
export function EntryProperties() {
  const { properties } = useEntryEditor().entry;
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
