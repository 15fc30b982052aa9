import type { ReactNode } from 'react';
import type { TableLine, TableOutcome as Outcome } from '#contract/organisation';
import { TableOutcome } from '#staff/table-file/table-outcome.tsx';
import { useWords } from '#staff/words.tsx';
import type { Column } from '#ui/table.tsx';

interface OutcomeViewProps {
  outcome: Outcome;
  title: string;
  /** What can be done now. */
  children?: ReactNode;
}

/** What a file changes or has changed in the tree. */
export function OutcomeView({ outcome, title, children }: OutcomeViewProps) {
  const t = useWords();
  const kinds = outcome.lines.flatMap(({ changes }) => [
    ...new Set(changes.map(({ what }) => what)),
  ]);
  const unnamed = outcome.lines.filter(
    ({ missingNames, refusals }) => missingNames.length > 0 && refusals.length === 0,
  ).length;
  const columns: readonly Column<TableLine>[] = [
    { key: 'code', head: t('organisation:import.code'), cell: ({ code }) => code, rowHead: true },
    { key: 'name', head: t('organisation:import.name'), cell: ({ name }) => name },
    {
      key: 'line',
      head: t('organisation:import.line'),
      cell: ({ line }) => line,
      numeric: true,
    },
  ];
  return (
    <TableOutcome
      outcome={outcome}
      title={title}
      counts={Array.from(
        Map.groupBy(kinds, (what) => what),
        ([what, all]) => [t(`organisation:import.count.${what}`), all.length],
      )}
      remarks={[
        outcome.absent > 0 && t('organisation:import.absent', { count: outcome.absent }),
        unnamed > 0 && t('organisation:import.missingNames', { count: unnamed }),
      ]}
      columns={columns}
      nameOf={({ code, name }) => [code, name].filter(Boolean).join(' ')}
      say={({ changes }) =>
        changes.map(({ what, from, to }) => (
          <p key={`${what} ${from}`}>
            {t(`organisation:import.change.${what}`, { from: from ?? '–', to: to ?? '–' })}
          </p>
        ))
      }
    >
      {children}
    </TableOutcome>
  );
}
