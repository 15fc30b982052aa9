import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import style from './search-field.module.css';

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Narrows what is shown while one writes; Esc empties it. Stands outside forms. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField
      className={classNames(field.field, style.search)}
      value={value}
      onChange={onChange}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <div className={style.control}>
        <Icon name="search" size={16} />
        <Input className={classNames(field.control, style.input)} />
        {value !== '' && (
          <Button className={style.clear ?? ''}>
            <Icon name="close" size={14} />
          </Button>
        )}
      </div>
    </AriaSearchField>
  );
}
