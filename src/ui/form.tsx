import { type ReactNode, useContext, useId, useMemo } from 'react';
import { Form as AriaForm } from 'react-aria-components/Form';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { ClosingContext } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { createFormFields, FaultsContext, FormContext } from './form-fields.ts';
import style from './form.module.css';
import { fieldName, type Problem } from './problem.ts';

interface FormProps {
  /** What the server refused, if it did: shown above the fields and at each field that it names. */
  problem?: Problem | null | undefined;
  onSubmit: () => void;
  /** Names the form for those who do not see it, when a heading does not stand right above. */
  label?: string;
  /** Fields side by side where there is room. */
  inline?: boolean;
  children: ReactNode;
}

/** A form: its fields show what the server says of them, and a summary above leads to each. */
export function Form({ problem, onSubmit, label, inline, children }: FormProps) {
  const id = useId();
  const fields = useMemo(() => createFormFields(id), [id]);
  const faults = useMemo(
    () =>
      Object.fromEntries(
        (problem?.errors ?? []).map(({ pointer, detail }) => [fieldName(pointer), detail]),
      ),
    [problem],
  );
  return (
    <FormContext value={fields}>
      <FaultsContext value={faults}>
        <AriaForm
          className={classNames(style.form, inline && style.inline)}
          validationBehavior="aria"
          {...(label && { 'aria-label': label })}
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <ErrorSummary problem={problem} />
          {children}
        </AriaForm>
      </FaultsContext>
    </FormContext>
  );
}

/** A row of a form's buttons; the first is the main one. In a `<Dialog form>` the closing button stands at its end. */
export function FormActions({ children }: { children: ReactNode }) {
  const closing = useContext(ClosingContext);
  return (
    <div className={style.actions}>
      {children}
      {closing && <Button onPress={closing.close}>{closing.words}</Button>}
    </div>
  );
}
