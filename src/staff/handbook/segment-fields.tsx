import { useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import { type Of, PropertyRow, PropertyText } from './property-row.tsx';
import { useEntryProperties } from './use-entry-properties.ts';

/** A segment's abbreviation, and which share of customers it is: only together with where that is known from. */
export function SegmentFields({ properties }: { properties: Of<'segment'> }) {
  const t = useWords();
  const { editable } = useEntryEditor();
  const { send, problem } = useEntryProperties();
  const { share } = properties;
  const [percent, setPercent] = useState(share ? String(share.percent).replace('.', ',') : '');
  const [evidence, setEvidence] = useState(share?.evidence ?? '');
  const store = (): void => {
    const next = shareOf(percent, evidence);
    if (next === undefined) return;
    if (JSON.stringify(next) !== JSON.stringify(share)) send({ ...properties, share: next });
  };
  return (
    <PropertyRow problem={problem}>
      <PropertyText
        name="abbreviation"
        value={properties.abbreviation}
        maximum={12}
        onStore={(abbreviation) => send({ ...properties, abbreviation })}
      />
      <TextField
        name="percent"
        label={t('handbook:property.percent')}
        hint={t('handbook:property.shareHint')}
        optional
        short
        maxLength={6}
        value={percent}
        onChange={setPercent}
        onBlur={store}
        disabled={!editable}
      />
      <TextField
        name="evidence"
        label={t('handbook:property.evidence')}
        optional
        maxLength={300}
        value={evidence}
        onChange={setEvidence}
        onBlur={store}
        disabled={!editable}
      />
    </PropertyRow>
  );
}

/** Both, or neither; nothing while only one of them is written. */
function shareOf(
  percent: string,
  evidence: string,
): { percent: number; evidence: string } | null | undefined {
  const [figure, source] = [percent.trim().replace(',', '.'), evidence.trim()];
  if (figure === '' && source === '') return null;
  if (figure === '' || source === '') return undefined;
  return { percent: Number(figure), evidence: source };
}
