import type { Channel, EasyForm } from '#contract/channels';
import { EASY_VARIANTS, type EasyVariant, languageOf } from '#platform/language.ts';
import { useWords } from '#staff/words.tsx';
import { TextField } from '#ui/text-field.tsx';
import style from './channel-form.module.css';

type Notes = NonNullable<NonNullable<EasyForm['easy'][EasyVariant]>['notes']>;

interface EasyNotesProps {
  hours: Channel['hours'];
  notes: { readonly [V in EasyVariant]?: Notes | undefined };
  onChange: (variant: EasyVariant, notes: Notes) => void;
  disabled: boolean;
}

/** The notes on hours in easy language, each beside the text that it was written from; another text asks for it anew. */
export function EasyNotes({ hours, notes, onChange, disabled }: EasyNotesProps) {
  const t = useWords();
  const different = new Map(hours.map(({ note }) => [JSON.stringify(note), note]));
  const standing = [...different].filter(([, note]) => Object.values(note).some(Boolean));
  if (standing.length === 0) return null;
  return (
    <fieldset className={style.field}>
      <legend>{t('channels:easy.notes')}</legend>
      <div className={style.notes}>
        {standing.map(([key, note], index) => (
          <div key={key} className={style.row}>
            {EASY_VARIANTS.map((variant) => {
              const from = note[languageOf(variant)];
              if (!from) return null;
              const all = notes[variant] ?? [];
              const others = all.filter((one) => one.from !== from);
              return (
                <TextField
                  key={variant}
                  name={`easy/${variant}/notes/${index}`}
                  label={t(`paths:language.${variant}`)}
                  hint={from}
                  lang={languageOf(variant)}
                  optional
                  maxLength={150}
                  value={all.find((one) => one.from === from)?.text ?? ''}
                  onChange={(text) =>
                    onChange(variant, text.trim() === '' ? others : [...others, { from, text }])
                  }
                  disabled={disabled}
                />
              );
            })}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
