import { useState } from 'react';
import type { Dashboard } from '#contract/reports';
import { useSession } from '#staff/session.tsx';
import { Button } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { ExportAnswers } from './export-answers.tsx';
import style from './reports.module.css';
import type { Choice } from './use-dashboard.ts';

/** What of a report can be taken along: its figures, and for some the answers behind them. */
export function ReportFiles({ report, choice }: { report: Dashboard; choice: Choice }) {
  const t = useWords();
  const language = useLanguage();
  const { may } = useSession();
  const [isOpen, setOpen] = useState(false);
  const { id } = report.node;
  const query = new URLSearchParams({ ...choice, language });
  return (
    <div className={style.files}>
      {may('reports.downloadDashboard', id) && (
        <Link href={`/api/nodes/${id}/dashboard.csv?${query}`} download="">
          {t('reports:download')}
        </Link>
      )}
      {may('reports.exportAnswers', id) && (
        <Button kind="quiet" small icon="download" onPress={() => setOpen(true)}>
          {t('reports:export.open')}
        </Button>
      )}
      {isOpen && <ExportAnswers report={report} onClose={() => setOpen(false)} />}
    </div>
  );
}
