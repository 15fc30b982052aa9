import { useState } from 'react';
import type { PathReviews, ReviewKind } from '#contract/paths';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useReviewSend } from './use-reviews.ts';

type Choice = 'approval' | 'rejection';

/** Approves the revision that is on the screen, or sends it back with a reason. */
export function VerdictForm({ reviews }: { reviews: PathReviews }) {
  const t = useWords();
  const { number, revision, may } = reviews;
  const wanted = reviews.kinds.find(
    ({ kind, required, state }) => required && state !== 'approved' && may.decide.includes(kind),
  );
  const [kind, setKind] = useState<ReviewKind>(wanted?.kind ?? may.decide[0]!);
  const [verdict, setVerdict] = useState<Choice | null>(null);
  const [text, setText] = useState('');
  const part = kind === 'clinical' ? 'clinical-verdicts' : 'verdicts';
  const { send, pending, problem } = useReviewSend<object>('POST', `/reviews/${part}`);
  const submit = (): void =>
    send({
      number,
      revision,
      verdict,
      text,
      ...(kind !== 'clinical' && { kind }),
    });
  return (
    <Form problem={problem} onSubmit={submit} label={t('paths:review.verdict')}>
      {may.decide.length > 1 && (
        <Select
          name="kind"
          label={t('paths:review.whatKind')}
          options={may.decide.map((value) => ({ value, label: t(`paths:review.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <RadioGroup<Choice>
        name="verdict"
        label={t(kind === 'clinical' ? 'paths:review.isCareFit' : 'paths:review.isFit')}
        options={(['approval', 'rejection'] as const).map((value) => ({
          value,
          label: t(`paths:review.choose.${value}`),
          detail: t(`paths:review.choose.${value}Text`),
        }))}
        value={verdict}
        onChange={setVerdict}
      />
      <TextArea
        name="text"
        label={t(verdict === 'rejection' ? 'paths:review.why' : 'paths:review.remark')}
        value={text}
        onChange={setText}
        maxLength={2000}
        rows={3}
        optional={verdict !== 'rejection'}
      />
      <FormActions>
        <Button type="submit" kind="primary" pending={pending}>
          {t('paths:review.give')}
        </Button>
      </FormActions>
    </Form>
  );
}
