import { useState } from 'react';
import {
  type PreviewedRows,
  RETENTION_LIMITS,
  type RetentionChange,
  type RetentionRow,
} from '#contract/retention';
import { useGet, useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { formatMoment, formatNumber } from '#ui/format.ts';
import { TextField } from '#ui/text-field.tsx';
import style from './retention.module.css';

interface ChangeRetentionProps {
  row: RetentionRow;
  next: string;
  onClose: () => void;
}

/** Another time for a kind of data. Before it is saved it tells how much the next night would take. */
export function ChangeRetention({ row: { kind, days }, next, onClose }: ChangeRetentionProps) {
  const t = useWords();
  const [written, setWritten] = useState(String(days));
  const given = Number(written);
  const { least, most, standard } = RETENTION_LIMITS[kind];
  const fits = /^\d+$/.test(written) && given >= least && given <= most;
  const { send, pending, problem } = useSend<RetentionChange>('PUT', `/api/retention/${kind}`, {
    invalidate: ['/api/retention'],
  });
  return (
    <Dialog
      title={t('retention:dialog', { kind: t(`retention:kind.${kind}`) })}
      open
      onClose={onClose}
      form
    >
      <Form problem={problem} onSubmit={() => send({ days: given }, onClose)}>
        <TextField
          name="days"
          label={t('retention:field')}
          hint={t('retention:fieldHint', { least, most, standard })}
          short
          value={written}
          onChange={setWritten}
          maxLength={5}
        />
        <output className={style.preview}>
          {fits && <Preview path={`/api/retention/${kind}/preview?days=${given}`} next={next} />}
        </output>
        <FormActions>
          <Button kind="primary" type="submit" pending={pending} disabled={!fits}>
            {t('common:save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function Preview({ path, next }: { path: string; next: string }) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useGet<PreviewedRows>(path);
  if (!data) return t('common:loading');
  const rows = data.rows === 0 ? t('retention:none') : formatNumber(data.rows, language);
  return t('retention:preview', { time: formatMoment(next, language), rows });
}
