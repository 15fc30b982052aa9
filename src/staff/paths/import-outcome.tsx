import { type ReactNode, useState } from 'react';
import type { PathTableLine, PathTableOutcome } from '#contract/paths';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { type Column, Table } from '#ui/table.tsx';
import style from './import-outcome.module.css';

interface ImportOutcomeProps {
  outcome: PathTableOutcome;
  title: string;
  /** What can be done now. */
  children?: ReactNode;
}

/** What a spreadsheet changes or has changed in a path: in numbers, in what is noteworthy, and row by row. */
export function ImportOutcome({ outcome, title, children }: ImportOutcomeProps) {
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
        <Card title={t('paths:import.refusedRows')}>
          <p>{t('paths:import.refusedLead')}</p>
          <Rows
            caption={t('paths:import.refusedRows')}
            lines={refused}
            head={t('paths:import.why')}
            say={({ refusals }) => refusals.map(({ code, detail }) => <p key={code}>{detail}</p>)}
          />
        </Card>
      )}
      {changed.length > 0 && (
        <Card title={t('paths:import.changedRows')}>
          <Rows
            caption={t('paths:import.changedRows')}
            lines={changed}
            head={t('paths:import.what')}
            say={({ changes }) =>
              changes.map((change) => (
                <ChangeSaid key={`${change.what} ${change.kind} ${change.to}`} change={change} />
              ))
            }
          />
        </Card>
      )}
    </>
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

/** How many rows, and of each kind of change how many. */
function Numbers({ outcome: { rows, unchanged, refused, lines } }: { outcome: PathTableOutcome }) {
  const t = useWords();
  const language = useLanguage();
  const kinds = lines.flatMap(({ changes }) => changes.map(({ what }) => what));
  const numbers: [string, number][] = [
    [t('paths:import.rows'), rows],
    ...Array.from(
      Map.groupBy(kinds, (what) => what),
      ([what, all]): [string, number] => [t(`paths:import.count.${what}`), all.length],
    ),
    [t('paths:import.unchanged'), unchanged],
    [t('paths:import.refused'), refused],
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
function Remarks({ outcome }: { outcome: PathTableOutcome }) {
  const t = useWords();
  const remarks = [
    outcome.untouched > 1 && t('paths:import.untouched', { count: outcome.untouched - 1 }),
    outcome.ignored.length > 0 &&
      t('paths:import.ignored', { columns: outcome.ignored.join(', ') }),
    outcome.encoding === 'windows-1252' && t('paths:import.encoding'),
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
  lines: readonly PathTableLine[];
  head: string;
  say: (line: PathTableLine) => ReactNode;
}) {
  const t = useWords();
  const [shown, setShown] = useState(AT_ONCE);
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
      cell: ({ label }) => <div className={style.said}>{label}</div>,
    },
    { key: 'said', head, cell: (line) => <div className={style.said}>{say(line)}</div> },
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
          {t('paths:import.more', { count: left })}
        </Button>
      )}
    </>
  );
}
