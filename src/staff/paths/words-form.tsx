import { useState } from 'react';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import type { Problem } from '#ui/problem.ts';
import { TextArea } from '#ui/text-area.tsx';

interface WordsFormProps {
  /** Names the form for those who do not see it. */
  label: string;
  field: string;
  submit: string;
  pending: boolean;
  problem: Problem | null;
  onSend: (text: string) => void;
  onCancel: () => void;
}

/** Some words in a review: a comment, or an answer to one. */
export function WordsForm(props: WordsFormProps) {
  const { label, field, submit, pending, problem, onSend, onCancel } = props;
  const t = useWords();
  const [text, setText] = useState('');
  return (
    <Form problem={problem} onSubmit={() => onSend(text)} label={label}>
      <TextArea
        name="text"
        label={field}
        value={text}
        onChange={setText}
        maxLength={2000}
        rows={2}
      />
      <FormActions>
        <Button type="submit" small kind="primary" pending={pending}>
          {submit}
        </Button>
        <Button small onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
