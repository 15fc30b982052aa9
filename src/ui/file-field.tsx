import { useId } from 'react';
import field from './field.module.css';
import style from './file-field.module.css';

interface FileFieldProps {
  label: string;
  hint?: string;
  /** What is taken, as in HTML: `.csv,text/csv`. */
  accept: string;
  /** Why the file is not taken, if it is not. */
  fault?: string | undefined;
  onChange: (file: File | null) => void;
}

/** One file of the reader's own. */
export function FileField({ label, hint, accept, fault, onChange }: FileFieldProps) {
  const id = useId();
  return (
    <div className={field.field} data-invalid={fault ? '' : undefined}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className={field.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        className={style.input}
        aria-describedby={[hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
      />
      {fault && (
        <span className={field.error} id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
