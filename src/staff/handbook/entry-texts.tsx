import { type EntryField, type EntryTextForm } from '#contract/handbook';
import { isEasy, sourceOf, type Variant } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import panel from '#staff/paths/element-panel.module.css';
import { StaleText, TypedText } from '#staff/paths/typed-text.tsx';
import { useWords } from '#staff/words.tsx';
import { Tag } from '#ui/tag.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import style from './handbook.module.css';
import { placeOf } from './text-place.ts';

const HINTS = ['does', 'need', 'how', 'customer', 'employee', 'forms'] as const;

/** One text of an entry in all languages of the county, side by side where there is room; easy language below. */
export function EntryTexts({
  field,
  naming,
  easy,
}: {
  field: EntryField;
  /** Whether it is what the entry is called. */
  naming: boolean;
  easy: boolean;
}) {
  const t = useWords();
  const { handbook, entry } = useEntryEditor();
  const hint = HINTS.find((name) => name === field.name);
  const plain: readonly Variant[] = handbook.languages;
  const simple = plain.map((language) => `${language}-simple` as Variant);
  return (
    <fieldset className={panel.field}>
      <legend>
        {naming
          ? t(`handbook:naming.${entry.properties.kind}`)
          : t(`handbook:field.${field.name as 'need'}`)}
      </legend>
      {hint && <p className={panel.hint}>{t(`handbook:hint.${hint}`)}</p>}
      <TextRow field={field} variants={plain} />
      {easy && field.easy && (
        <div className={style.easy}>
          <TextRow field={field} variants={simple} />
        </div>
      )}
    </fieldset>
  );
}

function TextRow({ field, variants }: { field: EntryField; variants: readonly Variant[] }) {
  return (
    <div className={panel.row}>
      {variants.map((variant) => (
        <TextCell key={variant} field={field} variant={variant} />
      ))}
    </div>
  );
}

function TextCell({ field, variant }: { field: EntryField; variant: Variant }) {
  const { entry, editable } = useEntryEditor();
  return (
    <TypedText
      place={placeOf(entry.id, field.name, variant)}
      stored={entry.texts[field.name]?.[variant]}
      maximum={field.maximum}
      rows={field.rows ?? 1}
      optional={!field.required || isEasy(variant)}
      editable={editable}
    >
      <Translation field={field} variant={variant} />
    </TypedText>
  );
}

/** Whether the text is there, and still says what it was made from. */
function Translation({ field, variant }: { field: EntryField; variant: Variant }) {
  const t = useWords();
  const { entry, at, editable } = useEntryEditor();
  const { send, pending } = useSend<Pick<EntryTextForm, 'field' | 'variant'>>(
    'POST',
    `${at}/texts/confirmation`,
    { invalidate: ['/api/handbook'] },
  );
  const source = sourceOf(variant);
  const said = entry.texts[field.name];
  const stored = said?.[variant];
  const original = source ? said?.[source] : undefined;
  const expected = field.required || (original !== undefined && !field.lines);
  if (!stored) {
    return expected && !isEasy(variant) && <Tag tone="warning">{t('paths:text.missing')}</Tag>;
  }
  if (!stored.stale) return null;
  return (
    <StaleText
      editable={editable}
      pending={pending}
      onConfirm={() => send({ field: field.name, variant })}
    />
  );
}
