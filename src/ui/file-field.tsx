import { useEffect, useId, useRef } from 'react';
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
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current!;
    const choseNone = (): void => onChange(null);
    field.addEventListener('cancel', choseNone);
    return () => field.removeEventListener('cancel', choseNone);
  }, [onChange]);
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
        ref={input}
        type="file"
        accept={accept}
        className={style.input}
        aria-describedby={[hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')}
        aria-invalid={fault ? true : undefined}
        // Emptied as the list of files opens: a file that was saved again under its name counts as chosen again.
        onClick={({ currentTarget }) => {
          currentTarget.value = '';
        }}
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
