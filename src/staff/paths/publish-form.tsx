import { useState } from 'react';
import type { Language } from '#platform/language.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { dayOf } from '#ui/format.ts';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { instantIn } from './county-time.ts';
import { countStale } from './draft-view.ts';
import { useEditor } from './editor.tsx';
import { useReviewSend } from './use-reviews.ts';

type When = 'now' | 'later';

// Every half an hour of a day.
const TIMES = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
);

/** When the fit draft is published, and what is told of the change. */
export function PublishForm({ onDone }: { onDone: (what: 'published' | 'scheduled') => void }) {
  const t = useWords();
  const { draft } = useEditor();
  const [when, setWhen] = useState<When>('now');
  const [day, setDay] = useState<string | null>(null);
  const [time, setTime] = useState('08:00');
  const [changeNote, setChangeNote] = useState<Partial<Record<Language, string>>>({});
  const [internalNote, setInternalNote] = useState('');
  const now = useReviewSend<object>('POST', '/publication');
  const later = useReviewSend<object>('PUT', '/schedule');
  const sending = when === 'now' ? now : later;
  const notes = { changeNote, internalNote };
  const submit = (): void => {
    if (when === 'now') now.send(notes, () => onDone('published'));
    else later.send({ at: day ? instantIn(day, time) : '', ...notes }, () => onDone('scheduled'));
  };
  return (
    <Form problem={sending.problem} onSubmit={submit} label={t('paths:publish.title')}>
      <Fit />
      <RadioGroup<When>
        name="when"
        label={t('paths:schedule.when')}
        options={[
          { value: 'now', label: t('paths:schedule.now') },
          { value: 'later', label: t('paths:schedule.later') },
        ]}
        value={when}
        onChange={setWhen}
        inline
      />
      {when === 'later' && (
        <>
          <DateField
            name="at"
            label={t('paths:schedule.day')}
            value={day}
            onChange={setDay}
            earliest={dayOf()}
          />
          <Select
            name="time"
            label={t('paths:schedule.time')}
            hint={t('paths:schedule.timeHint')}
            options={TIMES.map((value) => ({ value, label: value.replace(':', '.') }))}
            value={time}
            onChange={setTime}
          />
        </>
      )}
      {draft.languages.map((language) => (
        <TextField
          key={language}
          name={`changeNote/${language}`}
          label={t('paths:publish.changeNote', { language: t(`paths:language.${language}`) })}
          hint={language === 'fi' ? t('paths:publish.changeNoteHint') : undefined}
          value={changeNote[language] ?? ''}
          onChange={(text) => setChangeNote({ ...changeNote, [language]: text })}
          lang={language}
          maxLength={300}
          optional
        />
      ))}
      <TextArea
        name="internalNote"
        label={t('paths:publish.internalNote')}
        value={internalNote}
        onChange={setInternalNote}
        maxLength={1000}
        rows={2}
        optional
      />
      <FormActions>
        <Button type="submit" kind="primary" pending={sending.pending}>
          {t(when === 'now' ? 'paths:publish.open' : 'paths:schedule.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}

function Fit() {
  const t = useWords();
  const { draft } = useEditor();
  const stale = countStale(draft);
  return (
    <>
      <p>{t('paths:publish.fit')}</p>
      {stale > 0 && <Notice kind="warning">{t('paths:publish.stale', { count: stale })}</Notice>}
    </>
  );
}
