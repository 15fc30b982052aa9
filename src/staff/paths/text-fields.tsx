import { useState } from 'react';
import type { DraftElement, DraftText, TextField as Field } from '#contract/paths';
import { sourceOf, type Variant } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Tag } from '#ui/tag.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { Clash } from './clash-dialog.tsx';
import { variantsFor } from './draft-view.ts';
import { useEditor } from './editor.tsx';
import style from './element-panel.module.css';
import { WriterNote } from './presence.tsx';
import { type Edit, keyOf, type Place } from './text-edits.ts';

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
  const t = useWords();
  const { texts, edits, editable } = useEditor();
  const edit = edits.get(keyOf(place));
  const value = edit?.text ?? stored?.text ?? '';
  return (
    <div className={style.cell} data-place={keyOf(place)}>
      <TextArea
        name={keyOf(place)}
        label={t(`paths:language.${place.language}`)}
        lang={place.language}
        rows={field.markdown ? 6 : field.lines ? 3 : 1}
        maxLength={field.maximum}
        optional={!field.required}
        hint={
          value.length > field.maximum * 0.8
            ? t('paths:text.count', { length: value.length, maximum: field.maximum })
            : undefined
        }
        value={value}
        disabled={!editable}
        onChange={(text) =>
          texts.type(place, text, { text: stored?.text ?? '', revision: stored?.revision ?? null })
        }
        onBlur={() => void texts.save(place)}
      />
      <WriterNote place={place} />
      <Trouble edit={edit} />
      {!edit && <Translation place={place} stored={stored} original={original} />}
    </div>
  );
}

function Trouble({ edit }: { edit: Edit | undefined }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  if (edit?.state === 'failed') {
    const reason = edit.problem?.errors[0]?.detail ?? (edit.problem?.title || t('common:offline'));
    return (
      <p className={style.failed} role="alert">
        {t('paths:text.failed', { reason })}
      </p>
    );
  }
  if (edit?.state !== 'clash') return null;
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        {t('paths:clash.decide')}
      </Button>
      {open && <Clash clash={edit} onLater={() => setOpen(false)} />}
    </>
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
  return (
    <>
      <Tag tone="warning">{t('paths:text.stale')}</Tag>
      {editable && (
        <Button small pending={pending} onPress={() => send(place)}>
          {t('paths:text.confirm')}
        </Button>
      )}
    </>
  );
}
