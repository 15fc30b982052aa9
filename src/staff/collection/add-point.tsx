import { useState } from 'react';
import type { FeedbackPointForm, FeedbackPoints } from '#contract/collection';
import { useSend } from '#staff/api.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { useWords } from '#ui/words.tsx';
import { PlaceField, placeOf, WHOLE_UNIT } from './place-field.tsx';
import { SurveyField, usualSurvey } from './survey-field.tsx';

/** Opens a new feedback point of a unit. */
export function AddPoint({ node, ways }: { node: string; ways: FeedbackPoints }) {
  const { places, surveys } = ways;
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState<string>(WHOLE_UNIT);
  const [survey, setSurvey] = useState(() => usualSurvey(ways));
  const [channel, setChannel] = useState<'web' | 'qr'>('qr');
  const path = `/api/nodes/${node}/feedback-points`;
  const { send, pending, problem, result } = useSend<FeedbackPointForm, { code: string }>(
    'POST',
    path,
    { invalidate: [path] },
  );
  return (
    <>
      {result && !open && (
        <Notice kind="success" live title={t('collection:added', { code: result.code })} />
      )}
      <div>
        <Button kind="primary" icon="plus" onPress={() => setOpen(true)}>
          {t('collection:add')}
        </Button>
      </div>
      <Dialog title={t('collection:form.title')} open={open} onClose={() => setOpen(false)} form>
        <Form
          problem={problem}
          onSubmit={() => send({ channel, survey, ...placeOf(place) }, () => setOpen(false))}
        >
          <SurveyField surveys={surveys} value={survey} onChange={setSurvey} />
          {places.length > 0 && <PlaceField places={places} value={place} onChange={setPlace} />}
          <RadioGroup
            name="channel"
            label={t('collection:form.channel')}
            options={[
              {
                value: 'qr',
                label: t('collection:channel.qr'),
                detail: t('collection:form.qrHint'),
              },
              {
                value: 'web',
                label: t('collection:channel.web'),
                detail: t('collection:form.webHint'),
              },
            ]}
            value={channel}
            onChange={setChannel}
          />
          <FormActions>
            <Button kind="primary" type="submit" pending={pending}>
              {t('collection:form.submit')}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}
