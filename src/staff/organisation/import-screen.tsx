import { useState } from 'react';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { type TableWork, useTable } from './use-table.ts';

/** Brings the tree in from the county's own file: first a check that shows what would change, then the change. */
export function ImportScreen() {
  const t = useWords();
  const work = useTable();
  const { checked, written, begin } = work;
  return (
    <>
      <ScreenHeader
        title={t('organisation:import.title')}
        lead={t('organisation:import.lead')}
        breadcrumb={[{ label: t('organisation:title'), href: '/staff/organisation' }]}
      />
      {written ? (
        <Notice
          kind="success"
          live
          title={t('organisation:import.done', { count: changedIn(written) })}
          action={<Button onPress={begin}>{t('organisation:import.again')}</Button>}
        />
      ) : (
        <FileForm work={work} />
      )}
      {(written ?? checked) && (
        <OutcomeView
          outcome={(written ?? checked)!}
          title={t(written ? 'organisation:import.resultDone' : 'organisation:import.result')}
        >
          {!written && <WriteButton work={work} />}
        </OutcomeView>
      )}
    </>
  );
}

const changedIn = ({ lines, refused }: { lines: readonly unknown[]; refused: number }): number =>
  lines.length - refused;

function FileForm({ work: { check, begin, checking, problem } }: { work: TableWork }) {
  const t = useWords();
  const language = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  return (
    <Card>
      <Form
        problem={problem}
        label={t('organisation:import.title')}
        onSubmit={() => (file ? check(file) : setMissing(true))}
      >
        <FileField
          label={t('organisation:import.file')}
          hint={t('organisation:import.fileHint')}
          accept=".csv,.txt,text/csv,text/plain"
          fault={missing ? t('organisation:import.choose') : undefined}
          onChange={(chosen) => {
            setFile(chosen);
            setMissing(false);
            begin();
          }}
        />
        <FormActions>
          <Button type="submit" kind="primary" pending={checking}>
            {t('organisation:import.check')}
          </Button>
          <LinkButton href={`/api/nodes/table?language=${language}`} icon="download" download="">
            {t('organisation:import.template')}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function WriteButton({ work: { checked, progress, writing, write } }: { work: TableWork }) {
  const t = useWords();
  const count = checked ? changedIn(checked) : 0;
  if (count === 0) {
    const fits = checked?.refused === 0;
    return (
      <Notice
        kind={fits ? 'info' : 'warning'}
        live
        title={t(fits ? 'organisation:import.nothing' : 'organisation:import.nothingFits')}
      />
    );
  }
  return (
    <>
      {progress && <Progress label={t('organisation:import.writing')} {...progress} />}
      <FormActions>
        <Button kind="primary" onPress={write} pending={writing}>
          {t('organisation:import.write', { count })}
        </Button>
      </FormActions>
    </>
  );
}
