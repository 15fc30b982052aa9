import { useState } from 'react';
import { type EntryField, type EntryTextForm } from '#contract/handbook';
import { isEasy, languageOf, sourceOf, type Variant } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { Clash } from '#staff/paths/clash-dialog.tsx';
import panel from '#staff/paths/element-panel.module.css';
import { type Edit, keyOf } from '#staff/paths/text-edits.ts';
import { useTypedTexts } from '#staff/paths/typed-texts.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Tag } from '#ui/tag.tsx';
import { TextArea } from '#ui/text-area.tsx';
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
  const t = useWords();
  const { entry, editable } = useEntryEditor();
  const { texts, edits } = useTypedTexts();
  const place = placeOf(entry.id, field.name, variant);
  const stored = entry.texts[field.name]?.[variant];
  const edit = edits.get(keyOf(place));
  const value = edit?.text ?? stored?.text ?? '';
  return (
    <div className={panel.cell} data-place={keyOf(place)}>
      <TextArea
        name={keyOf(place)}
        label={t(`paths:language.${variant}`)}
        lang={languageOf(variant)}
        rows={field.rows ?? 1}
        maxLength={field.maximum}
        optional={!field.required || isEasy(variant)}
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
      <Trouble edit={edit} />
      {!edit && <Translation field={field} variant={variant} />}
    </div>
  );
}

function Trouble({ edit }: { edit: Edit | undefined }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  if (edit?.state === 'failed') {
    const reason = edit.problem?.errors[0]?.detail ?? (edit.problem?.title || t('common:offline'));
    return (
      <p className={panel.failed} role="alert">
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
    <>
      <Tag tone="warning">{t('paths:text.stale')}</Tag>
      {editable && (
        <Button small pending={pending} onPress={() => send({ field: field.name, variant })}>
          {t('paths:text.confirm')}
        </Button>
      )}
    </>
  );
}
