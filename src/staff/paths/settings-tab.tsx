import { useState } from 'react';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Saved } from '#ui/saved.tsx';
import { AboutForm } from './about-form.tsx';
import { useArrivalFocus } from './arrival-focus.ts';
import { useEditor } from './editor.tsx';
import style from './path-editor.module.css';
import { SlugForm } from './slug-form.tsx';
import { UnitChoice } from './unit-choice.tsx';

/** What belongs to the path and to no version of it: addresses, units, its kind. */
export function SettingsTab() {
  const t = useWords();
  const { draft } = useEditor();
  const frame = useArrivalFocus();
  return (
    <div className={style.parts} ref={frame}>
      <Card title={t('paths:settings.addresses')}>
        <p>{t('paths:settings.addressesText')}</p>
        <div className={style.parts}>
          {draft.languages.map((language) => (
            <SlugForm key={language} language={language} />
          ))}
        </div>
      </Card>
      <Card title={t('paths:settings.units')}>
        <p>{t('paths:settings.unitsText')}</p>
        <UnitChoice />
      </Card>
      <Card title={t('paths:settings.about')}>
        <p>{t('paths:settings.aboutText')}</p>
        <AboutForm />
      </Card>
      <Card title={t('paths:settings.kind')}>
        <Clinical />
        <Discard />
      </Card>
    </div>
  );
}

function Clinical() {
  const t = useWords();
  const { draft, at, editable } = useEditor();
  const { send, problem, savedAt } = useSend<{ clinical: boolean }>('PUT', `${at}/clinical`, {
    invalidate: ['/api/paths'],
  });
  return (
    <>
      <ErrorSummary problem={problem} />
      <Checkbox
        name="clinical"
        label={t('paths:create.clinical')}
        hint={t('paths:create.clinicalHint')}
        checked={draft.clinical}
        onChange={(clinical) => send({ clinical })}
        disabled={!editable}
      />
      <Saved at={savedAt} />
    </>
  );
}

function Discard() {
  const t = useWords();
  const { draft, at, editable } = useEditor();
  const [asking, setAsking] = useState(false);
  const { send, pending, problem } = useSend('DELETE', `${at}/draft`, {
    invalidate: ['/api/paths'],
  });
  if (!editable || draft.status !== 'changed') return null;
  const actions = (
    <Button kind="danger" pending={pending} onPress={() => send(undefined, () => setAsking(false))}>
      {t('paths:settings.discard')}
    </Button>
  );
  return (
    <p>
      <Button onPress={() => setAsking(true)}>{t('paths:settings.discard')}</Button>
      <Dialog
        title={t('paths:settings.discardTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={actions}
        warns
      >
        <ErrorSummary problem={problem} />
        <p>{t('paths:settings.discardText')}</p>
      </Dialog>
    </p>
  );
}
