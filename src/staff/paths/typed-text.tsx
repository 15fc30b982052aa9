import { type ReactNode, useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Tag } from '#ui/tag.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { Clash } from './clash-dialog.tsx';
import style from './element-panel.module.css';
import { type Edit, keyOf, type Place } from './text-edits.ts';
import { useTypedTexts } from './typed-texts.ts';

interface TypedTextProps {
  place: Place;
  stored: { readonly text: string; readonly revision: number } | undefined;
  maximum: number;
  rows: number;
  optional: boolean;
  editable: boolean;
  /** What is told of the field besides, such as who else writes in it. */
  note?: ReactNode;
  /** What is told of the text while nobody writes it here. */
  children?: ReactNode;
}

/** A text in one variant: stored when one leaves it, with what is wrong until it is. */
export function TypedText(props: TypedTextProps) {
  const { place, stored, maximum, rows, optional, editable, note, children } = props;
  const t = useWords();
  const { texts, edits } = useTypedTexts();
  const edit = edits.get(keyOf(place));
  const value = edit?.text ?? stored?.text ?? '';
  return (
    <div className={style.cell} data-place={keyOf(place)}>
      <TextArea
        name={keyOf(place)}
        label={t(`paths:language.${place.language}`)}
        lang={place.language}
        rows={rows}
        maxLength={maximum}
        optional={optional}
        hint={
          value.length > maximum * 0.8
            ? t('paths:text.count', { length: value.length, maximum })
            : undefined
        }
        value={value}
        disabled={!editable}
        onChange={(text) =>
          texts.type(place, text, { text: stored?.text ?? '', revision: stored?.revision ?? null })
        }
        onBlur={() => void texts.save(place)}
      />
      {note}
      <Trouble edit={edit} />
      {!edit && children}
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

/** That a text is older than what it was written from, and that it still says the same. */
export function StaleText({
  editable,
  pending,
  onConfirm,
}: {
  editable: boolean;
  pending: boolean;
  onConfirm: () => void;
}) {
  const t = useWords();
  return (
    <>
      <Tag tone="warning">{t('paths:text.stale')}</Tag>
      {editable && (
        <Button small pending={pending} onPress={onConfirm}>
          {t('paths:text.confirm')}
        </Button>
      )}
    </>
  );
}
