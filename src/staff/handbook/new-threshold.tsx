import { useState } from 'react';
import { OPERATORS, STATISTICS, type Threshold, THRESHOLD_UNITS } from '#contract/handbook';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import { useEntryProperties } from './use-entry-properties.ts';

type Typed = Record<
  'startEvent' | 'endEvent' | 'population' | 'value' | 'share' | 'minimumN',
  string
> &
  Pick<Threshold, 'operator' | 'unit' | 'statistic'>;

const EMPTY: Typed = {
  startEvent: '',
  endEvent: '',
  operator: 'at-most',
  value: '',
  unit: 'days',
  population: '',
  statistic: 'share',
  share: '90',
  minimumN: '10',
};

const figure = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'));

/** What was typed, as it is sent: the server says what is missing. */
const sent = (typed: Typed): Threshold =>
  ({
    ...typed,
    value: figure(typed.value),
    share: typed.statistic === 'share' ? (figure(typed.share) ?? null) : null,
    minimumN: figure(typed.minimumN),
  }) as Threshold;

/** Asks for all that a limit needs. */
export function NewThreshold({
  thresholds,
  onClose,
}: {
  thresholds: readonly Threshold[];
  onClose: () => void;
}) {
  const t = useWords();
  const { properties } = useEntryEditor().entry;
  const { send, pending, problem } = useEntryProperties();
  const [typed, setTyped] = useState(EMPTY);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const at = `thresholds/${thresholds.length}`;
  const submit = (): void => {
    if (properties.kind === 'promise')
      send({ ...properties, thresholds: [...thresholds, sent(typed)] }, onClose);
  };
  return (
    <Dialog title={t('handbook:threshold.new')} open onClose={onClose} form>
      <Form problem={problem} onSubmit={submit}>
        {(['startEvent', 'endEvent', 'population'] as const).map((name) => (
          <TextField
            key={name}
            name={`${at}/${name}`}
            label={t(`handbook:threshold.${name}`)}
            maxLength={name === 'population' ? 300 : 120}
            value={typed[name]}
            onChange={(text) => change({ [name]: text })}
          />
        ))}
        <Figures at={at} typed={typed} onChange={change} />
        <FormActions>
          <Button type="submit" kind="primary" pending={pending}>
            {t('handbook:threshold.add')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function Figures({
  at,
  typed,
  onChange,
}: {
  at: string;
  typed: Typed;
  onChange: (part: Partial<Typed>) => void;
}) {
  const t = useWords();
  const text = (name: 'value' | 'share' | 'minimumN') => (
    <TextField
      name={`${at}/${name}`}
      label={t(`handbook:threshold.${name}`)}
      short
      maxLength={9}
      value={typed[name]}
      onChange={(given) => onChange({ [name]: given })}
    />
  );
  return (
    <>
      <Select
        name={`${at}/operator`}
        label={t('handbook:threshold.operator')}
        options={OPERATORS.map((value) => ({ value, label: t(`handbook:operator.${value}`) }))}
        value={typed.operator}
        onChange={(operator) => onChange({ operator })}
      />
      {text('value')}
      <Select
        name={`${at}/unit`}
        label={t('handbook:threshold.unit')}
        options={THRESHOLD_UNITS.map((value) => ({ value, label: t(`handbook:unit.${value}`) }))}
        value={typed.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <Select
        name={`${at}/statistic`}
        label={t('handbook:threshold.statistic')}
        options={STATISTICS.map((value) => ({ value, label: t(`handbook:statistic.${value}`) }))}
        value={typed.statistic}
        onChange={(statistic) => onChange({ statistic })}
      />
      {typed.statistic === 'share' && text('share')}
      {text('minimumN')}
    </>
  );
}
