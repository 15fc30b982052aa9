import { useEffect, useRef } from 'react';
import style from './error-summary.module.css';
import { useFormFields } from './form-fields.ts';
import { Icon } from './icon.tsx';
import { fieldName, type Problem } from './problem.ts';
import { useWords } from './words.tsx';

/** What was refused and why, with a way to each field. Takes the focus when it comes up. */
export function ErrorSummary({ problem }: { problem: Problem | null | undefined }) {
  const t = useWords();
  const { id: form, labels } = useFormFields();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div ref={summary} className={style.summary} tabIndex={-1} data-whole="">
      <Icon name="error" />
      <div role="alert">
        <p className={style.title}>{problem.title}</p>
        {problem.errors && problem.errors.length > 0 && (
          <ul>
            {problem.errors.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                <Fault
                  id={`${form}-${fieldName(pointer)}`}
                  label={labels.get(fieldName(pointer))}
                  detail={detail}
                />
              </li>
            ))}
          </ul>
        )}
        {problem.status !== undefined && problem.status >= 500 && problem.instance && (
          <p className={style.reference}>
            {t('common:errorReference', { reference: problem.instance })}
          </p>
        )}
      </div>
    </div>
  );
}

const CAN_FOCUS = 'input, textarea, select, button, [tabindex="0"]';

/** A fault leads to its field; one of what is not on the screen is only told. */
function Fault({ id, label, detail }: { id: string; label: string | undefined; detail: string }) {
  if (label === undefined) return detail;
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        const field = document.getElementById(id);
        field?.scrollIntoView({ block: 'center' });
        (field?.matches(CAN_FOCUS) ? field : field?.querySelector<HTMLElement>(CAN_FOCUS))?.focus();
      }}
    >
      {`${label}: ${detail}`}
    </a>
  );
}
