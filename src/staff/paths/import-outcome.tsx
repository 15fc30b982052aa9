import type { ReactNode } from 'react';
import type { PathTableLine, PathTableOutcome } from '#contract/paths';
import { TableOutcome } from '#staff/table-file/table-outcome.tsx';
import tableStyle from '#staff/table-file/table-outcome.module.css';
import { useWords } from '#staff/words.tsx';
import type { Column } from '#ui/table.tsx';
import style from './import-outcome.module.css';

interface ImportOutcomeProps {
  outcome: PathTableOutcome;
  title: string;
  /** What can be done now. */
  children?: ReactNode;
}

/** What a spreadsheet changes or has changed in a path. */
export function ImportOutcome({ outcome, title, children }: ImportOutcomeProps) {
  const t = useWords();
  const kinds = outcome.lines.flatMap(({ changes }) => changes.map(({ what }) => what));
  const others = outcome.untouched - 1;
  const columns: readonly Column<PathTableLine>[] = [
    {
      key: 'line',
      head: t('paths:import.line'),
      cell: ({ line }) => t('paths:import.lineNumber', { line }),
      rowHead: true,
    },
    {
      key: 'part',
      head: t('paths:import.part'),
      cell: ({ label }) => <div className={tableStyle.said}>{label}</div>,
    },
  ];
  return (
    <TableOutcome
      outcome={outcome}
      title={title}
      counts={Array.from(
        Map.groupBy(kinds, (what) => what),
        ([what, all]) => [t(`paths:import.count.${what}`), all.length],
      )}
      remarks={[
        others > 0 && t('paths:import.untouched', { count: others }),
        // A text that was changed in a file without ids looks like a part that is new, beside one that is left out.
        others > 0 && kinds.includes('added') && t('paths:import.addedBeside'),
      ]}
      columns={columns}
      nameOf={({ label }) => label}
      say={({ changes }) =>
        changes.map((change) => (
          <ChangeSaid key={`${change.what} ${change.kind} ${change.to}`} change={change} />
        ))
      }
    >
      {children}
    </TableOutcome>
  );
}

type Change = PathTableLine['changes'][number];

function ChangeSaid({ change }: { change: Change }) {
  const t = useWords();
  const { what, kind, field, variant, from, to } = change;
  const named = t(`paths:kind.${kind}`);
  if (what === 'added')
    return (
      <p>
        {to
          ? t('paths:import.change.addedNamed', { kind: named, name: to })
          : t('paths:import.change.added', { kind: named })}
      </p>
    );
  if (what === 'moved')
    return <p>{t('paths:import.change.moved', { from: from ?? '–', to: to ?? '–' })}</p>;
  return (
    <div>
      <p>
        {t(`paths:import.change.${what}`, {
          field: t(`paths:field.${(field ?? 'text') as 'text'}`),
          language: t(`paths:language.${variant ?? 'fi'}`),
        })}
      </p>
      <Texts from={from} to={to} lang={variant?.slice(0, 2) ?? 'fi'} />
    </div>
  );
}

/** The former text and the new one; of the two only what there is. */
function Texts({ from, to, lang }: { from: string | null; to: string | null; lang: string }) {
  const t = useWords();
  if (from === null)
    return (
      <p className={style.text} lang={lang}>
        {to}
      </p>
    );
  return (
    <dl className={style.texts}>
      <div>
        <dt>{t('paths:import.before')}</dt>
        <dd lang={lang}>
          <del>{from}</del>
        </dd>
      </div>
      {to !== null && (
        <div>
          <dt>{t('paths:import.after')}</dt>
          <dd lang={lang}>
            <ins>{to}</ins>
          </dd>
        </div>
      )}
    </dl>
  );
}
