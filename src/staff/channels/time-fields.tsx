import { useWords } from '#staff/words.tsx';
import { TextField } from '#ui/text-field.tsx';
import { timeShown } from './hours-state.ts';

interface TimeFieldsProps {
  name: string;
  spell: { readonly from: string; readonly to: string };
  onChange: (times: { from?: string; to?: string }) => void;
  disabled: boolean;
}

/** From when to when. */
export function TimeFields({ name, spell, onChange, disabled }: TimeFieldsProps) {
  const t = useWords();
  return (['from', 'to'] as const).map((field) => (
    <TextField
      key={field}
      name={`${name}/${field}`}
      label={t(`channels:hours.${field}`)}
      short
      maxLength={5}
      value={timeShown(spell[field])}
      onChange={(time) => onChange({ [field]: time })}
      disabled={disabled}
    />
  ));
}
