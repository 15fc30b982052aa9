import type { DraftElement, DraftText, TextField as Field } from '#contract/paths';
import { sourceOf, type Variant } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Tag } from '#ui/tag.tsx';
import { variantsFor } from './draft-view.ts';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { WriterNote } from './presence.tsx';
import type { Place } from './text-edits.ts';
import { StaleText, TypedText } from './typed-text.tsx';

/** One text of a part in all languages of the county, side by side where there is room. */
export function TextFields({ element, field }: { element: DraftElement; field: Field }) {
  const t = useWords();
  const { draft } = useEditor();
  const said = element.texts[field.name];
  return (
    <fieldset className={style.field}>
      <legend>{t(`paths:field.${field.name as 'title'}`)}</legend>
      {(field.markdown || field.lines) && (
        <p className={style.hint}>
          {t(field.markdown ? 'paths:hint.markdown' : 'paths:hint.lines')}
        </p>
      )}
      <div className={style.row}>
        {variantsFor(draft, element.properties.kind, field).map((language) => (
          <TextCell
            key={language}
            place={{ anchor: element.anchor, field: field.name, language }}
            field={field}
            stored={said?.[language]}
            original={said?.[sourceOf(language) ?? 'fi']?.text ?? ''}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface TextCellProps {
  place: Place;
  field: Field;
  stored: DraftText | undefined;
  /** The text that it is written from. */
  original: string;
}

function TextCell({ place, field, stored, original }: TextCellProps) {
  const { editable } = useEditor();
  return (
    <TypedText
      place={place}
      stored={stored}
      maximum={field.maximum}
      rows={field.markdown ? 6 : field.lines ? 3 : 1}
      optional={!field.required}
      editable={editable}
      note={<WriterNote place={place} />}
    >
      <Translation place={place} stored={stored} original={original} />
    </TypedText>
  );
}

function Translation({
  place,
  stored,
  original,
}: {
  place: Place;
  stored: DraftText | undefined;
  original: string;
}) {
  const t = useWords();
  const { at, editable } = useEditor();
  const { send, pending } = useSend<{ anchor: string; field: string; language: Variant }>(
    'POST',
    `${at}/texts/confirmation`,
    { invalidate: ['/api/paths'] },
  );
  if (place.language === 'fi' || original === '') return null;
  if (!stored?.text) return <Tag tone="warning">{t('paths:text.missing')}</Tag>;
  if (!stored.stale) return null;
  return <StaleText editable={editable} pending={pending} onConfirm={() => send(place)} />;
}
