import { type KeyboardEvent, useState } from 'react';
import type { Entry, Handbook, RelationForm } from '#contract/handbook';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { joinedTo, nameOf } from './handbook-view.ts';
import style from './mapping-table.module.css';

interface MappingTableProps {
  handbook: Handbook;
  kind: 'phase' | 'segment';
  rows: readonly Entry[];
  columns: readonly Entry[];
}

/** A box for each pair, stored as it is ticked. The arrow keys lead from box to box. */
export function MappingTable({ handbook, kind, rows, columns }: MappingTableProps) {
  const t = useWords();
  const language = useLanguage();
  const { isJoined, join, problem } = useJoining(handbook, kind);
  const heads: readonly Column<Entry>[] = [
    {
      key: 'row',
      head: t(kind === 'phase' ? 'handbook:mapping.row' : 'handbook:mapping.segment'),
      rowHead: true,
      cell: (row) => nameOf(row, language),
    },
    ...columns.map((column, x) => ({
      key: column.id,
      head: nameOf(column, language),
      cell: (row: Entry) => (
        <label className={style.box}>
          <input
            type="checkbox"
            data-cell={`${rows.indexOf(row)},${x}`}
            aria-label={t('handbook:mapping.cell', {
              row: nameOf(row, language),
              column: nameOf(column, language),
            })}
            checked={isJoined(row.id, column.id)}
            disabled={!handbook.may.edit}
            onChange={({ target }) => join(row.id, column.id, target.checked)}
          />
        </label>
      ),
    })),
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hands the arrow keys of its boxes on
    <div onKeyDown={leadOn}>
      <ErrorSummary problem={problem} />
      <Table
        caption={t(kind === 'phase' ? 'handbook:mapping.phases' : 'handbook:mapping.segments')}
        captionHidden
        columns={heads}
        rows={rows}
        keyOf={({ id }) => id}
        stacks
        {...(handbook.may.edit && { note: t('handbook:mapping.keys') })}
      />
    </div>
  );
}

/** What is joined, with what was ticked a moment ago and is on its way. */
function useJoining(handbook: Handbook, kind: 'phase' | 'segment') {
  const [wished, setWished] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { send, problem } = useSend<RelationForm>('PUT', '/api/handbook/relations', {
    invalidate: ['/api/handbook'],
  });
  const keyOf = (from: string, to: string): string => `${from} ${to}`;
  return {
    // What was refused is shown as it is, not as it was wished.
    isJoined: (from: string, to: string): boolean =>
      (problem ? undefined : wished.get(keyOf(from, to))) ??
      joinedTo(handbook, kind, from).includes(to),
    join(from: string, to: string, joined: boolean): void {
      setWished(new Map([...(problem ? [] : wished), [keyOf(from, to), joined]]));
      send({ kind, from, to, joined });
    },
    problem,
  };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function leadOn(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const cell = (event.target as HTMLElement).dataset['cell']?.split(',').map(Number);
  if (!step || !cell) return;
  const [y, x] = [cell[0]! + step[0], cell[1]! + step[1]];
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${y},${x}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
