import { LANGUAGES } from '#platform/language.ts';
import { useWords } from '#staff/words.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextField } from '#ui/text-field.tsx';

/** What can be written of a node at any time; an empty text means that there is none. */
export interface NodeFacts {
  readonly name: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly oid: string;
  readonly sensitive: boolean;
}

/** The facts as the API takes them. */
export const factsToSend = ({ name: { fi, sv, en }, oid, sensitive }: NodeFacts) => ({
  name: { fi, ...(sv && { sv }), ...(en && { en }) },
  oid: oid || null,
  sensitive,
});

/** The fields of a node's names, OID and sensitivity. */
export function NodeFactFields({
  facts,
  onChange,
}: {
  facts: NodeFacts;
  onChange: (facts: NodeFacts) => void;
}) {
  const t = useWords();
  return (
    <>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          name={`name/${language}`}
          lang={language}
          label={t(`organisation:form.name.${language}`)}
          optional={language !== 'fi'}
          maxLength={120}
          value={facts.name[language]}
          onChange={(text) => onChange({ ...facts, name: { ...facts.name, [language]: text } })}
        />
      ))}
      <TextField
        name="oid"
        label={t('organisation:form.oid')}
        hint={t('organisation:form.oidHint')}
        optional
        value={facts.oid}
        onChange={(oid) => onChange({ ...facts, oid: oid.trim() })}
      />
      <Checkbox
        name="sensitive"
        label={t('organisation:form.sensitive')}
        hint={t('organisation:form.sensitiveHint')}
        checked={facts.sensitive}
        onChange={(sensitive) => onChange({ ...facts, sensitive })}
      />
    </>
  );
}
