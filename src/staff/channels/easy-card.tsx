import { useState } from 'react';
import {
  type Channel,
  CHANNEL_FIELDS,
  EASY_FIELDS,
  type EasyField,
  type EasyForm,
} from '#contract/channels';
import { EASY_VARIANTS, type EasyVariant, languageOf } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Saved } from '#ui/saved.tsx';
import { Tag } from '#ui/tag.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { EasyNotes } from './easy-notes.tsx';
import style from './channel-form.module.css';

type Easy = EasyForm['easy'];

const easyOf = ({ easy, easyNotes }: Channel): Easy =>
  Object.fromEntries(
    EASY_VARIANTS.map((variant) => [
      variant,
      {
        ...Object.fromEntries(
          Object.entries(easy[variant] ?? {}).map(([field, { text }]) => [field, text]),
        ),
        notes: easyNotes[variant] ?? [],
      },
    ]),
  );

type Notes = Channel['easyNotes'][EasyVariant] & {};

const notesInWords = (notes: Notes): string =>
  notes.map(({ from, text }) => `${from}: ${text}`).join('; ');

/** A channel in easy language, beside the text that each was written from; of copied channels too. */
export function EasyCard({ channel }: { channel: Channel }) {
  const t = useWords();
  const { may } = useSession();
  const [before, setBefore] = useState(() => easyOf(channel));
  const [easy, setEasy] = useState(before);
  const saving = useSend<EasyForm, Channel>('PUT', `/api/channels/${channel.id}/easy`, {
    invalidate: ['/api/channels'],
  });
  const allowed = may('channels.writeEasy');
  const fields = EASY_FIELDS.filter((field) => Object.values(channel.texts[field]).some(Boolean));
  const save = (form: Easy, seen: Easy): void =>
    saving.send({ easy: form, before: seen }, (saved) => setBefore(easyOf(saved)));
  return (
    <Card title={t('channels:easy.title')}>
      <Form
        problem={isClash(saving.problem) ? null : saving.problem}
        onSubmit={() => save(easy, before)}
        label={t('channels:easy.title')}
        inline
      >
        <p className={style.hint}>{t('channels:easy.hint')}</p>
        <div className={style.fields}>
          {fields.map((field) => (
            <fieldset key={field} className={style.field}>
              <legend>{t(`channels:field.${field}`)}</legend>
              <div className={style.row}>
                {EASY_VARIANTS.filter((one) => channel.texts[field][languageOf(one)]).map((one) => (
                  <EasyText
                    key={one}
                    channel={channel}
                    field={field}
                    variant={one}
                    value={easy[one]?.[field] ?? ''}
                    disabled={!allowed}
                    onChange={(text) =>
                      setEasy({ ...easy, [one]: { ...easy[one], [field]: text } })
                    }
                  />
                ))}
              </div>
            </fieldset>
          ))}
          <EasyNotes
            hours={channel.hours}
            notes={Object.fromEntries(EASY_VARIANTS.map((one) => [one, easy[one]?.notes]))}
            disabled={!allowed}
            onChange={(one, notes) => setEasy({ ...easy, [one]: { ...easy[one], notes } })}
          />
        </div>
        {allowed && (
          <FormActions>
            <Button type="submit" kind="primary" pending={saving.pending}>
              {t('channels:easy.save')}
            </Button>
            <Saved at={saving.savedAt} />
          </FormActions>
        )}
      </Form>
      <ClashDialog
        problem={saving.problem}
        before={before}
        mine={easy}
        nameOf={(place) => {
          const [variant, field] = place.split('/') as [EasyVariant, EasyField | 'notes'];
          const what = field === 'notes' ? t('channels:easy.notes') : t(`channels:field.${field}`);
          return `${what}, ${t(`paths:language.${variant}`)}`;
        }}
        say={(value) => (Array.isArray(value) ? notesInWords(value as Notes) : String(value))}
        pending={saving.pending}
        onSettle={(form, theirs) => {
          setEasy(form);
          setBefore(theirs);
          save(form, theirs);
        }}
        onClose={saving.reset}
      />
    </Card>
  );
}

function EasyText({
  channel,
  field,
  variant,
  ...input
}: {
  channel: Channel;
  field: EasyField;
  variant: EasyVariant;
  value: string;
  disabled: boolean;
  onChange: (text: string) => void;
}) {
  const t = useWords();
  const stored = channel.easy[variant]?.[field];
  return (
    <div>
      <TextArea
        {...input}
        name={`easy/${variant}/${field}`}
        label={t(`paths:language.${variant}`)}
        hint={channel.texts[field][languageOf(variant)]}
        lang={languageOf(variant)}
        rows={1}
        optional
        maxLength={CHANNEL_FIELDS[field]}
      />
      {stored?.stale && <Tag tone="warning">{t('paths:text.stale')}</Tag>}
    </div>
  );
}
