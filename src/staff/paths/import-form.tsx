import { type ReactNode, useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import type { PathTableWork, TablePlace } from './use-path-table.ts';

interface ImportFormProps {
  work: PathTableWork;
  /** Where the file goes. */
  place: TablePlace;
  /** What is asked beside the file. */
  children?: ReactNode;
  /** What the button says that writes so many rows. */
  writeLabel: (count: number) => string;
  onWrite: () => void;
}

/** Chooses a spreadsheet, shows what it would change, and writes it when that is confirmed. */
export function ImportForm({ work, place, children, writeLabel, onWrite }: ImportFormProps) {
  const t = useWords();
  const { checked, written } = work;
  return (
    <>
      {!written && (
        <FileForm work={work} place={place}>
          {children}
        </FileForm>
      )}
      {(written?.outcome ?? checked) && (
        <ImportOutcome
          outcome={(written?.outcome ?? checked)!}
          title={t(written ? 'paths:import.resultDone' : 'paths:import.result')}
        >
          {!written && <WriteButton work={work} writeLabel={writeLabel} onWrite={onWrite} />}
        </ImportOutcome>
      )}
    </>
  );
}

function FileForm({
  work: { check, begin, checking, problem },
  place,
  children,
}: Pick<ImportFormProps, 'work' | 'place' | 'children'>) {
  const t = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  return (
    <Card title={t('paths:import.title')}>
      <p>{t('paths:import.rowPerCell')}</p>
      <Form
        problem={problem}
        label={t('paths:import.title')}
        onSubmit={() => (file ? check(file, place) : setMissing(true))}
      >
        {children}
        <FileField
          label={t('paths:import.file')}
          hint={t('paths:import.fileHint')}
          accept=".csv,.txt,text/csv,text/plain"
          fault={missing ? t('paths:import.choose') : undefined}
          onChange={(chosen) => {
            setFile(chosen);
            setMissing(false);
            begin();
          }}
        />
        <FormActions>
          <Button type="submit" kind="primary" pending={checking}>
            {t('paths:import.check')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function WriteButton({
  work: { checked, writing },
  writeLabel,
  onWrite,
}: Pick<ImportFormProps, 'work' | 'writeLabel' | 'onWrite'>) {
  const t = useWords();
  const count = checked ? checked.accepted - checked.unchanged : 0;
  if (count === 0) {
    const fits = checked?.refused === 0;
    return (
      <Notice
        kind={fits ? 'info' : 'warning'}
        live
        title={t(fits ? 'paths:import.nothing' : 'paths:import.nothingFits')}
      />
    );
  }
  return (
    <FormActions>
      <Button kind="primary" onPress={onWrite} pending={writing}>
        {writeLabel(count)}
      </Button>
    </FormActions>
  );
}
