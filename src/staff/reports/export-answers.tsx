import { useEffect, useRef, useState } from 'react';
import { type Purpose, writePurpose } from '#contract/feedback';
import type { Dashboard } from '#contract/reports';
import { inLanguage } from '#platform/language.ts';
import { PurposeFields } from '#staff/feedback/purpose-form.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { formatMonth, formatNumber } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import style from './reports.module.css';
import { useAnswerFile } from './use-answer-file.ts';

/** Why rows of answers are taken; what is read one by one, such as an urgent comment, has its own screens. */
const KINDS = ['development', 'discussion', 'other'] as const satisfies readonly Purpose['kind'][];

/** Asks for which months, of which survey and why the answers behind a report are wanted, and fetches them. */
export function ExportAnswers({ report, onClose }: { report: Dashboard; onClose: () => void }) {
  const t = useWords();
  const language = useLanguage();
  const [choice, setChoice] = useState(() => firstChoice(report));
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const { fetchFile, leave, pending, problem, rows } = useAnswerFile(report.node);
  useEffect(() => leave, [leave]);
  const submit = (): void => {
    if (!purpose || pending) return;
    fetchFile({ ...choice, language, purpose: writePurpose(purpose) });
  };
  return (
    <Dialog
      title={t('reports:export.title')}
      open
      onClose={onClose}
      form
      {...(rows !== null && { closing: t('common:close') })}
    >
      <p className={style.about}>{t('reports:export.what')}</p>
      <Form problem={problem} onSubmit={submit}>
        <Months months={report.line.months} choice={choice} onChange={setChoice} />
        {report.sets.length > 1 && (
          <Select
            name="set"
            label={t('reports:filter.set')}
            options={report.sets.map(({ code, name }) => ({
              value: code,
              label: inLanguage(name, language),
            }))}
            value={choice.set ?? null}
            onChange={(set) => setChoice({ ...choice, set })}
          />
        )}
        <PurposeFields kinds={KINDS} onChange={setPurpose} />
        <p className={style.about}>{t('reports:export.log')}</p>
        <Outcome rows={rows} />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending} disabled={!purpose}>
            {t('reports:export.do')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

interface ExportChoice {
  /** Months as `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly set?: string;
}

const firstChoice = ({ line, set }: Dashboard): ExportChoice => ({
  from: line.months[0]?.slice(0, 7) ?? '',
  to: line.months.at(-1)?.slice(0, 7) ?? '',
  ...(set && { set: set.code }),
});

function Months({
  months,
  choice,
  onChange,
}: {
  months: readonly string[];
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  const options = months
    .map((month) => ({ value: month.slice(0, 7), label: formatMonth(month, language) }))
    .toReversed();
  return (
    <div className={style.months}>
      <Select
        name="from"
        label={t('reports:export.from')}
        options={options}
        value={choice.from}
        onChange={(from) => onChange({ ...choice, from, to: choice.to < from ? from : choice.to })}
      />
      <Select
        name="to"
        label={t('reports:export.to')}
        options={options.filter(({ value }) => value >= choice.from)}
        value={choice.to}
        onChange={(to) => onChange({ ...choice, to })}
      />
    </div>
  );
}

/** How many answers came, or that none could be told; it comes into view by itself. */
function Outcome({ rows }: { rows: number | null }) {
  const t = useWords();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rows !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [rows]);
  if (rows === null) return null;
  const number = formatNumber(rows, language);
  return (
    <div ref={place}>
      {rows === 0 ? (
        <Notice live title={t('reports:export.none')} />
      ) : (
        <Notice live kind="success" title={t('reports:export.done', { count: rows, number })} />
      )}
    </div>
  );
}
