import type { TableOutcome } from '#contract/organisation';
import { TableFileForm } from '#staff/table-file/table-file-form.tsx';
import { WriteTable } from '#staff/table-file/table-outcome.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
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
          {checked && !written && <Write checked={checked} work={work} />}
        </OutcomeView>
      )}
    </>
  );
}

const changedIn = ({ lines, refused }: { lines: readonly unknown[]; refused: number }): number =>
  lines.length - refused;

function FileForm({ work }: { work: TableWork }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <Card>
      <TableFileForm
        label={t('organisation:import.title')}
        hint={t('organisation:import.fileHint')}
        problem={work.problem}
        checking={work.checking}
        checked={work.checked}
        onCheck={work.check}
        onChoose={work.begin}
        actions={
          <LinkButton href={`/api/nodes/table?language=${language}`} icon="download" download="">
            {t('organisation:import.template')}
          </LinkButton>
        }
      />
    </Card>
  );
}

function Write({
  checked,
  work: { progress, writing, write },
}: {
  checked: TableOutcome;
  work: TableWork;
}) {
  const t = useWords();
  const count = changedIn(checked);
  return (
    <>
      {progress && <Progress label={t('organisation:import.writing')} {...progress} />}
      <WriteTable
        count={count}
        refused={checked.refused}
        label={t('organisation:import.write', { count })}
        writing={writing}
        onWrite={write}
      />
    </>
  );
}
