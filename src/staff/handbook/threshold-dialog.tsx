import { useState } from 'react';
import { OPERATORS, STATISTICS, type Threshold, THRESHOLD_UNITS } from '#contract/handbook';
import { type Language, LANGUAGES } from '#platform/language.ts';
import panel from '#staff/paths/element-panel.module.css';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useEntryEditor } from './entry-editor.tsx';
import { useEntryProperties } from './use-entry-properties.ts';

const IN_WORDS = ['startEvent', 'endEvent', 'population'] as const;

type Words = { readonly [L in Language]?: string | undefined };

type Typed = Record<(typeof IN_WORDS)[number], Words> &
  Record<'value' | 'share' | 'minimumN', string> &
  Pick<Threshold, 'operator' | 'unit' | 'statistic'>;

const EMPTY: Typed = {
  startEvent: {},
  endEvent: {},
  operator: 'at-most',
  value: '',
  unit: 'days',
  population: {},
  statistic: 'share',
  share: '90',
  minimumN: '10',
};

const typedOf = ({ value, share, minimumN, ...rest }: Threshold): Typed => ({
  ...rest,
  value: inFinnish(value),
  share: share === null ? EMPTY.share : inFinnish(share),
  minimumN: inFinnish(minimumN),
});

const inFinnish = (value: number): string => String(value).replace('.', ',');

const figure = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'));

/** What was typed, as it is sent: the server says what is missing. */
const sent = (typed: Typed): Threshold =>
  ({
    ...typed,
    ...Object.fromEntries(IN_WORDS.map((name) => [name, written(typed[name])])),
    value: figure(typed.value),
    share: typed.statistic === 'share' ? (figure(typed.share) ?? null) : null,
    minimumN: figure(typed.minimumN),
  }) as Threshold;

/** Without what is empty; the Finnish is asked for. */
const written = (words: Words): Words => ({
  fi: '',
  ...Object.fromEntries(Object.entries(words).filter(([, text]) => text?.trim())),
});

/** Asks for all that a limit needs, in words of each language; one that stands is written anew. */
export function ThresholdDialog({
  thresholds,
  place,
  onClose,
}: {
  thresholds: readonly Threshold[];
  place: number;
  onClose: () => void;
}) {
  const t = useWords();
  const { properties } = useEntryEditor().entry;
  const { send, pending, problem } = useEntryProperties();
  const standing = thresholds[place];
  const [typed, setTyped] = useState(standing ? typedOf(standing) : EMPTY);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const at = `thresholds/${place}`;
  const submit = (): void => {
    if (properties.kind === 'promise')
      send({ ...properties, thresholds: thresholds.toSpliced(place, 1, sent(typed)) }, onClose);
  };
  return (
    <Dialog
      title={t(standing ? 'handbook:threshold.changing' : 'handbook:threshold.new')}
      open
      onClose={onClose}
      form
      wide
    >
      <Form problem={problem} onSubmit={submit}>
        {IN_WORDS.map((name) => (
          <fieldset key={name} className={panel.field}>
            <legend>{t(`handbook:threshold.${name}`)}</legend>
            <div className={panel.row}>
              {LANGUAGES.map((language) => (
                <TextArea
                  key={language}
                  name={`${at}/${name}/${language}`}
                  label={t(`paths:language.${language}`)}
                  lang={language}
                  optional={language !== 'fi'}
                  maxLength={name === 'population' ? 300 : 120}
                  rows={1}
                  value={typed[name][language] ?? ''}
                  onChange={(text) => change({ [name]: { ...typed[name], [language]: text } })}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <Figures at={at} typed={typed} onChange={change} />
        <FormActions>
          <Button type="submit" kind="primary" pending={pending}>
            {t(standing ? 'common:save' : 'handbook:threshold.add')}
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
