import type { ReactNode } from 'react';
import { TableFileForm } from '#staff/table-file/table-file-form.tsx';
import { WriteTable } from '#staff/table-file/table-outcome.tsx';
import { useWords } from '#staff/words.tsx';
import { Card } from '#ui/card.tsx';
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
  const count = checked ? checked.accepted - checked.unchanged : 0;
  return (
    <>
      {!written && (
        <Card title={t('paths:import.title')}>
          <p>{t('paths:import.rowPerCell')}</p>
          <TableFileForm
            label={t('paths:import.title')}
            hint={t('paths:import.fileHint')}
            problem={work.problem}
            checking={work.checking}
            checked={checked}
            onCheck={(file) => work.check(file, place)}
            onChoose={work.begin}
          >
            {children}
          </TableFileForm>
        </Card>
      )}
      {(written?.outcome ?? checked) && (
        <ImportOutcome
          outcome={(written?.outcome ?? checked)!}
          title={t(written ? 'paths:import.resultDone' : 'paths:import.result')}
        >
          {checked && !written && (
            <WriteTable
              count={count}
              refused={checked.refused}
              label={writeLabel(count)}
              writing={work.writing}
              onWrite={onWrite}
            />
          )}
        </ImportOutcome>
      )}
    </>
  );
}
