import { Fragment, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  type Channel,
  CHANNEL_FIELDS,
  CHANNEL_KINDS,
  type ChannelChange,
  type ChannelField,
  type ChannelForm as Written,
  type ChannelKind,
} from '#contract/channels';
import { inLanguage, type Language, LANGUAGES } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Saved } from '#ui/saved.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import style from './channel-form.module.css';
import { CloseChannel } from './close-channel.tsx';
import { EasyCard } from './easy-card.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { type Hours, hoursInWords, sentHours } from './hours-state.ts';

type Texts = Record<ChannelField, Partial<Record<Language, string>>>;

interface State {
  readonly kind: ChannelKind;
  readonly phone: string;
  readonly url: string;
  readonly texts: Texts;
  readonly hours: Hours;
}

const EMPTY: State = {
  kind: 'phone',
  phone: '',
  url: '',
  texts: { name: {}, description: {}, hours: {}, address: {}, cost: {}, needs: {}, remark: {} },
  hours: [],
};

/** The remark is for channels that are copied from elsewhere. */
const OWN_FIELDS = (Object.keys(CHANNEL_FIELDS) as ChannelField[]).filter(
  (field) => field !== 'remark',
);

const stateOf = ({ kind, phone, url, texts, hours }: Channel): State => ({
  kind,
  phone: phone ?? '',
  url: url ?? '',
  texts,
  hours,
});

const sent = ({ kind, phone, url, texts, hours }: State): Written => ({
  kind,
  phone: phone.trim() || null,
  url: url.trim() || null,
  texts: { ...texts, name: { ...texts.name, fi: texts.name.fi ?? '' } },
  hours: sentHours(hours),
});

/** What was settled, as it is being written. */
const stateFrom = ({ kind, phone, url, texts, hours }: Written): State => ({
  kind,
  phone: phone ?? '',
  url: url ?? '',
  texts: { ...EMPTY.texts, ...(texts as Texts) },
  hours: (hours ?? []) as Hours,
});

/** One channel in three languages; without one, a new one. */
export function ChannelForm({ channel }: { channel: Channel | undefined }) {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { may } = useSession();
  const [state, setState] = useState(channel ? stateOf(channel) : EMPTY);
  const [before, setBefore] = useState(() => sent(state));
  const saving = useSend<Written | ChannelChange, Channel>(
    channel ? 'PUT' : 'POST',
    channel ? `/api/channels/${channel.id}` : '/api/channels',
    { invalidate: ['/api/channels'] },
  );
  const allowed = may(channel ? 'channels.changeChannel' : 'channels.createChannel');
  const save = (form: Written, seen: Written): void =>
    saving.send(channel ? { ...form, before: seen } : form, (saved) => {
      setBefore(sent(stateOf(saved)));
      if (!channel) void navigate(`/staff/channels?channel=${saved.id}`, { replace: true });
    });
  return (
    <>
      <ScreenHeader
        title={channel ? inLanguage(channel.texts.name, language) : t('channels:newTitle')}
        breadcrumb={[{ label: t('channels:title'), href: '/staff/channels' }]}
        lead={channel && t('channels:code', { code: channel.code })}
        actions={channel && <CloseChannel channel={channel} />}
      />
      {channel?.closed && <Notice kind="warning" title={t('channels:closed')} />}
      {!allowed && <Notice>{t('channels:readOnly')}</Notice>}
      <Card>
        <Form
          problem={isClash(saving.problem) ? null : saving.problem}
          onSubmit={() => save(sent(state), before)}
          label={t('channels:title')}
          inline
        >
          <div className={style.fields}>
            <Contact state={state} onChange={setState} disabled={!allowed} />
            {OWN_FIELDS.map((field) => (
              <Fragment key={field}>
                {field === 'hours' && (
                  <HoursEditor
                    hours={state.hours}
                    disabled={!allowed}
                    onChange={(hours) => setState({ ...state, hours })}
                  />
                )}
                <LocalField
                  field={field}
                  texts={state.texts[field]}
                  disabled={!allowed}
                  onChange={(texts) =>
                    setState({ ...state, texts: { ...state.texts, [field]: texts } })
                  }
                />
              </Fragment>
            ))}
          </div>
          {allowed && (
            <FormActions>
              <Button type="submit" kind="primary" pending={saving.pending}>
                {t('common:save')}
              </Button>
              <Saved at={saving.savedAt} />
            </FormActions>
          )}
        </Form>
      </Card>
      {channel && <EasyCard key={channel.id} channel={channel} />}
      <ChannelClash
        problem={saving.problem}
        before={before}
        mine={sent(state)}
        pending={saving.pending}
        onSettle={(form, theirs) => {
          setState(stateFrom(form));
          setBefore(theirs);
          save(form, theirs);
        }}
        onClose={saving.reset}
      />
    </>
  );
}

type ClashProps = Omit<Parameters<typeof ClashDialog<Written>>[0], 'nameOf' | 'say'>;

/** Somebody else changed the channel meanwhile. */
function ChannelClash(props: ClashProps) {
  const t = useWords();
  const nameOf = (place: string): string => {
    const [first, field, language] = place.split('/');
    if (first === 'texts')
      return `${t(`channels:field.${field as 'name'}`)}, ${t(`channels:language.${language as 'fi'}`)}`;
    if (first === 'hours') return t('channels:hours.title');
    return t(`channels:${first === 'kind' ? 'kindLabel' : (first as 'phone')}`);
  };
  const say = (value: unknown, place: string): string => {
    if (place === 'kind') return t(`channels:kind.${value as ChannelKind}`);
    return Array.isArray(value) ? hoursInWords(t, value as Hours) : String(value);
  };
  return <ClashDialog {...props} nameOf={nameOf} say={say} />;
}

function Contact({
  state,
  onChange,
  disabled,
}: {
  state: State;
  onChange: (state: State) => void;
  disabled: boolean;
}) {
  const t = useWords();
  return (
    <div className={style.row}>
      <Select
        name="kind"
        label={t('channels:kindLabel')}
        options={CHANNEL_KINDS.map((kind) => ({ value: kind, label: t(`channels:kind.${kind}`) }))}
        value={state.kind}
        onChange={(kind) => onChange({ ...state, kind })}
        disabled={disabled}
      />
      <TextField
        name="phone"
        label={t('channels:phone')}
        hint={t('channels:phoneHint')}
        type="tel"
        optional
        value={state.phone}
        onChange={(phone) => onChange({ ...state, phone })}
        disabled={disabled}
      />
      <TextField
        name="url"
        label={t('channels:url')}
        hint={t('channels:urlHint')}
        type="url"
        optional
        value={state.url}
        onChange={(url) => onChange({ ...state, url })}
        disabled={disabled}
      />
    </div>
  );
}

const Growing = (props: Parameters<typeof TextArea>[0]) => <TextArea {...props} rows={1} />;

interface LocalFieldProps {
  field: ChannelField;
  texts: Partial<Record<Language, string>>;
  onChange: (texts: Partial<Record<Language, string>>) => void;
  disabled: boolean;
}

function LocalField({ field, texts, onChange, disabled }: LocalFieldProps) {
  const t = useWords();
  const Field = field === 'name' ? TextField : Growing;
  return (
    <fieldset className={style.field}>
      <legend>{t(`channels:field.${field}`)}</legend>
      <p className={style.hint}>{t(`channels:hint.${field}`)}</p>
      <div className={style.row}>
        {LANGUAGES.map((language) => (
          <Field
            key={language}
            name={`texts/${field}/${language}`}
            label={t(`channels:language.${language}`)}
            lang={language}
            optional={field !== 'name' || language !== 'fi'}
            maxLength={CHANNEL_FIELDS[field]}
            value={texts[language] ?? ''}
            onChange={(text) => onChange({ ...texts, [language]: text })}
            disabled={disabled}
          />
        ))}
      </div>
    </fieldset>
  );
}
