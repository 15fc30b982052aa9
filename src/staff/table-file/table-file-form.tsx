import { type ReactNode, useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import type { Problem } from '#ui/problem.ts';
import type { TableOutcomeFacts } from './table-outcome.tsx';

interface TableFileFormProps {
  /** Names the form for those who do not see it. */
  label: string;
  /** What may be in the file. */
  hint: string;
  problem: Problem | null;
  checking: boolean;
  /** What the check found, if it has been made. */
  checked: Pick<TableOutcomeFacts, 'rows' | 'accepted' | 'refused'> | undefined;
  onCheck: (file: File) => void;
  /** Another file was chosen: what was checked no longer counts. */
  onChoose: () => void;
  /** What is asked beside the file. */
  children?: ReactNode;
  /** What can be done beside checking. */
  actions?: ReactNode;
}

/** Chooses a table and has it checked. */
export function TableFileForm(props: TableFileFormProps) {
  const { label, hint, problem, checking, checked, onCheck, onChoose, children, actions } = props;
  const t = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  return (
    <Form
      problem={problem}
      label={label}
      onSubmit={() => (file ? onCheck(file) : setMissing(true))}
    >
      {children}
      <FileField
        label={t('common:file.label')}
        hint={hint}
        accept=".csv,.txt,text/csv,text/plain"
        fault={missing ? t('common:file.choose') : undefined}
        onChange={(chosen) => {
          setFile(chosen);
          setMissing(false);
          onChoose();
        }}
      />
      <FormActions>
        <Button type="submit" kind="primary" pending={checking}>
          {t('common:file.check')}
        </Button>
        {actions}
      </FormActions>
      {/* Stands from the start, so that it is read aloud when it fills. */}
      <output>{checked && t('common:file.checked', { ...checked })}</output>
    </Form>
  );
}
