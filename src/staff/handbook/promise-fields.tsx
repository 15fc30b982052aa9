import { useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import { type Of, PropertyRow, PropertyText } from './property-row.tsx';
import { ThresholdFields } from './threshold-fields.tsx';
import { useEntryProperties } from './use-entry-properties.ts';

/** Whose a promise is, when it is in force, whether everybody reads it, and when it is kept. */
export function PromiseFields({ properties }: { properties: Of<'promise'> }) {
  const t = useWords();
  const { editable } = useEntryEditor();
  const { send, problem } = useEntryProperties();
  return (
    <>
      <PropertyRow problem={problem}>
        <PropertyText
          name="owner"
          hint={t('handbook:property.ownerHint')}
          value={properties.owner}
          maximum={120}
          onStore={(owner) => send({ ...properties, owner })}
        />
        <DateField
          name="validFrom"
          label={t('handbook:property.validFrom')}
          optional
          value={properties.validFrom}
          onChange={(validFrom) => send({ ...properties, validFrom })}
          disabled={!editable}
        />
        <DateField
          name="validTo"
          label={t('handbook:property.validTo')}
          optional
          value={properties.validTo}
          onChange={(validTo) => send({ ...properties, validTo })}
          disabled={!editable}
        />
      </PropertyRow>
      <Checkbox
        name="public"
        label={t('handbook:property.public')}
        checked={properties.public}
        onChange={(shown) => send({ ...properties, public: shown })}
        disabled={!editable}
      />
      <ThresholdFields
        thresholds={properties.thresholds}
        onChange={(thresholds, onDone) => send({ ...properties, thresholds }, onDone)}
      />
    </>
  );
}
