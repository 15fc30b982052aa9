import { useState } from 'react';
import type { FeedbackPoints } from '#contract/collection';
import { ANSWER_CHANNELS, type AnswerChannel } from '#contract/feedback';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';
import { PlaceField, placeOf, WHOLE_UNIT } from './place-field.tsx';
import { SurveyField, usualSurvey } from './survey-field.tsx';
import { useInvitationTable } from './use-invitation-table.ts';

/** Makes personal invitations to a unit and gives them as a file. */
export function InvitationForm({ node, ways }: { node: string; ways: FeedbackPoints }) {
  const { places, surveys } = ways;
  const t = useWords();
  const language = useLanguage();
  const [count, setCount] = useState('10');
  const [days, setDays] = useState('30');
  const [channel, setChannel] = useState<AnswerChannel>('sms');
  const [place, setPlace] = useState<string>(WHOLE_UNIT);
  const [survey, setSurvey] = useState(() => usualSurvey(ways));
  const { send, pending, problem, made } = useInvitationTable();
  const submit = () =>
    send({
      node,
      count: Number(count),
      expiresInDays: Number(days),
      channel,
      survey,
      language,
      ...placeOf(place),
    });
  const channels = ANSWER_CHANNELS.map((value) => ({
    value,
    label: t(`feedback:channel.${value}`),
  }));
  return (
    <Card title={t('collection:invitations.title')}>
      <p>{t('collection:invitations.lead')}</p>
      <Form problem={problem} onSubmit={submit} label={t('collection:invitations.title')}>
        <TextField
          name="count"
          label={t('collection:invitations.count')}
          hint={t('collection:invitations.countHint')}
          value={count}
          onChange={setCount}
          maxLength={4}
        />
        <TextField
          name="expiresInDays"
          label={t('collection:invitations.days')}
          hint={t('collection:invitations.daysHint')}
          value={days}
          onChange={setDays}
          maxLength={3}
        />
        <Select
          name="channel"
          label={t('collection:invitations.channel')}
          options={channels}
          value={channel}
          onChange={setChannel}
        />
        <SurveyField surveys={surveys} value={survey} onChange={setSurvey} />
        {places.length > 0 && <PlaceField places={places} value={place} onChange={setPlace} />}
        <FormActions>
          <Button type="submit" icon="download" pending={pending}>
            {t('collection:invitations.submit')}
          </Button>
        </FormActions>
      </Form>
      {made !== null && !pending && !problem && (
        <Notice kind="success" live title={t('collection:invitations.done', { count: made })} />
      )}
    </Card>
  );
}
