import { useState } from 'react';
import { LONGEST_PURPOSE, type Purpose, PURPOSES } from '#contract/feedback';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import style from './feedback.module.css';

/** Asks why somebody reads people's words, before they are fetched. */
export function PurposeForm({ onChosen }: { onChosen: (purpose: Purpose) => void }) {
  const t = useWords();
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  return (
    <Card title={t('feedback:purpose.title')}>
      <p className={style.about}>{t('feedback:purpose.what')}</p>
      <Form onSubmit={() => purpose && onChosen(purpose)}>
        <PurposeFields onChange={setPurpose} />
        <FormActions>
          <Button kind="primary" type="submit" disabled={!purpose}>
            {t('feedback:purpose.show')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}

/** The reason as fields of a form: one of the kinds, or words of one's own; null until it is said. */
export function PurposeFields({
  kinds = PURPOSES,
  onChange,
}: {
  kinds?: readonly Purpose['kind'][];
  onChange: (purpose: Purpose | null) => void;
}) {
  const t = useWords();
  const [kind, setKind] = useState<Purpose['kind'] | null>(null);
  const [words, setWords] = useState('');
  const change = (nextKind: Purpose['kind'] | null, nextWords: string): void => {
    setKind(nextKind);
    setWords(nextWords);
    onChange(purposeOf(nextKind, nextWords.trim()));
  };
  return (
    <>
      <RadioGroup
        name="purpose"
        label={t('feedback:purpose.label')}
        options={kinds.map((value) => ({
          value,
          label: capitalised(t(`feedback:purpose.kind.${value}`)),
        }))}
        value={kind}
        onChange={(next) => change(next, words)}
      />
      {kind === 'other' && (
        <TextField
          name="words"
          label={t('feedback:purpose.words')}
          hint={t('feedback:purpose.wordsHint')}
          value={words}
          onChange={(next) => change(kind, next)}
          maxLength={LONGEST_PURPOSE}
        />
      )}
    </>
  );
}

// In the log and on the line above the texts the same words stand within a sentence.
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function purposeOf(kind: Purpose['kind'] | null, words: string): Purpose | null {
  if (kind === null) return null;
  if (kind !== 'other') return { kind };
  return words === '' ? null : { kind, words };
}

/** Says which reason was chosen, and lets it be changed. */
export function ChosenPurpose({ purpose, onChange }: { purpose: Purpose; onChange: () => void }) {
  const t = useWords();
  const words =
    purpose.kind === 'other' ? purpose.words : t(`feedback:purpose.kind.${purpose.kind}`);
  return (
    <p className={style.purpose}>
      {t('feedback:purpose.chosen', { purpose: words })}{' '}
      <Button small kind="quiet" onPress={onChange}>
        {t('feedback:purpose.change')}
      </Button>
    </p>
  );
}
