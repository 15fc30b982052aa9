import { LANGUAGES, type LocalText } from '#platform/language.ts';
import { useWords } from '#staff/words.tsx';
import { TextField } from '#ui/text-field.tsx';
import style from './channel-form.module.css';

interface NoteFieldsProps {
  name: string;
  note: LocalText;
  onChange: (note: LocalText) => void;
  disabled: boolean;
}

/** Why the hours are these, in each language. */
export function NoteFields({ name, note, onChange, disabled }: NoteFieldsProps) {
  const t = useWords();
  return (
    <div className={style.row}>
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          name={`${name}/note/${language}`}
          label={t(`channels:hours.note.${language}`)}
          optional
          lang={language}
          maxLength={150}
          value={note[language] ?? ''}
          onChange={(text) => onChange({ ...note, [language]: text })}
          disabled={disabled}
        />
      ))}
    </div>
  );
}
