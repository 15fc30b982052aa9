import { type ReactNode, useState } from 'react';
import type { TableLine, TableOutcome } from '#contract/organisation';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { type Column, Table } from '#ui/table.tsx';
import style from './outcome-view.module.css';

interface OutcomeViewProps {
  outcome: TableOutcome;
  title: string;
  /** What can be done now. */
  children?: ReactNode;
}

/** What a file changes or has changed: in numbers, in what is noteworthy, and row by row. */
export function OutcomeView({ outcome, title, children }: OutcomeViewProps) {
  const t = useWords();
  const refused = outcome.lines.filter(({ refusals }) => refusals.length > 0);
  const changed = outcome.lines.filter(({ changes }) => changes.length > 0);
  return (
    <>
      <Card title={title}>
        <Numbers outcome={outcome} />
        <Remarks outcome={outcome} />
        {children}
      </Card>
      {refused.length > 0 && (
        <Card title={t('organisation:import.refusedRows')}>
          <p>{t('organisation:import.refusedLead')}</p>
          <Rows
            caption={t('organisation:import.refusedRows')}
            lines={refused}
            head={t('organisation:import.why')}
            say={({ refusals }) => refusals.map(({ code, detail }) => <p key={code}>{detail}</p>)}
          />
        </Card>
      )}
      {changed.length > 0 && (
        <Card title={t('organisation:import.changedRows')}>
          <Rows
            caption={t('organisation:import.changedRows')}
            lines={changed}
            head={t('organisation:import.what')}
            say={({ changes }) =>
              changes.map(({ what, from, to }) => (
                <p key={`${what} ${from}`}>
                  {t(`organisation:import.change.${what}`, { from: from ?? '–', to: to ?? '–' })}
                </p>
              ))
            }
          />
        </Card>
      )}
    </>
  );
}

/** How many rows, and of each kind of change how many. */
function Numbers({ outcome: { rows, unchanged, refused, lines } }: { outcome: TableOutcome }) {
  const t = useWords();
  const language = useLanguage();
  const kinds = lines.flatMap(({ changes }) => [...new Set(changes.map(({ what }) => what))]);
  const numbers: [string, number][] = [
    [t('organisation:import.rows'), rows],
    ...Array.from(
      Map.groupBy(kinds, (what) => what),
      ([what, all]): [string, number] => [t(`organisation:import.count.${what}`), all.length],
    ),
    [t('organisation:import.unchanged'), unchanged],
    [t('organisation:import.refused'), refused],
  ];
  return (
    <dl className={style.numbers}>
      {numbers.map(([label, number]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatNumber(number, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the reader should know beside the rows. */
function Remarks({ outcome }: { outcome: TableOutcome }) {
  const t = useWords();
  const unnamed = outcome.lines.filter(
    ({ missingNames, refusals }) => missingNames.length > 0 && refusals.length === 0,
  ).length;
  const remarks = [
    outcome.absent > 0 && t('organisation:import.absent', { count: outcome.absent }),
    outcome.ignored.length > 0 &&
      t('organisation:import.ignored', { columns: outcome.ignored.join(', ') }),
    outcome.encoding === 'windows-1252' && t('organisation:import.encoding'),
    unnamed > 0 && t('organisation:import.missingNames', { count: unnamed }),
  ].filter((remark) => remark !== false);
  if (remarks.length === 0) return null;
  return (
    <Notice>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  );
}

const AT_ONCE = 100;

/** Rows of the file, a hundred at a time. */
function Rows({
  caption,
  lines,
  head,
  say,
}: {
  caption: string;
  lines: readonly TableLine[];
  head: string;
  say: (line: TableLine) => ReactNode;
}) {
  const t = useWords();
  const [shown, setShown] = useState(AT_ONCE);
  const columns: readonly Column<TableLine>[] = [
    { key: 'code', head: t('organisation:import.code'), cell: ({ code }) => code, rowHead: true },
    { key: 'name', head: t('organisation:import.name'), cell: ({ name }) => name },
    { key: 'said', head, cell: (line) => <div className={style.said}>{say(line)}</div> },
    {
      key: 'line',
      head: t('organisation:import.line'),
      cell: ({ line }) => line,
      numeric: true,
    },
  ];
  const left = Math.min(AT_ONCE, lines.length - shown);
  return (
    <>
      <Table
        stacks
        dense
        caption={caption}
        captionHidden
        columns={columns}
        rows={lines.slice(0, shown)}
        keyOf={({ line }) => line}
      />
      {left > 0 && (
        <Button onPress={() => setShown(shown + AT_ONCE)}>
          {t('organisation:import.more', { count: left })}
        </Button>
      )}
    </>
  );
}
