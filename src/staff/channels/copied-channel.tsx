import { useState } from 'react';
import type { Channel, RemarkForm } from '#contract/channels';
import { inLanguage, LANGUAGES, type LocalText } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { ClashDialog, isClash } from '#staff/clash-dialog.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { formatMoment } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { openingLines, openingSentence } from '#ui/opening-words.ts';
import { Saved } from '#ui/saved.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { EasyCard } from './easy-card.tsx';
import style from './channel-form.module.css';

const FIELDS = ['description', 'address', 'cost'] as const;

/** A channel that is copied from another system: shown as it is, with a remark of the county's own. */
export function CopiedChannel({ channel }: { channel: Channel }) {
  const t = useWords();
  const language = useLanguage();
  const { texts, opening, fetchedAt } = channel;
  const facts = [
    [t('channels:kindLabel'), t(`channels:kind.${channel.kind}`)],
    [t('channels:phone'), channel.phone ?? ''],
    [t('channels:url'), channel.url ?? ''],
    ...FIELDS.map((field) => [t(`channels:field.${field}`), inLanguage(texts[field], language)]),
    [
      t('channels:hours.title'),
      [openingSentence(t, language, opening), ...openingLines(t, language, opening.lines)]
        .filter(Boolean)
        .join('\n'),
    ],
  ].filter(([, text]) => text !== '');
  return (
    <>
      <ScreenHeader
        title={inLanguage(texts.name, language)}
        breadcrumb={[{ label: t('channels:title'), href: '/staff/channels' }]}
        lead={t('channels:code', { code: channel.code })}
      />
      {channel.closed && <Notice kind="warning" title={t('channels:vanished')} />}
      <Notice>
        {t('channels:copied', { at: fetchedAt ? formatMoment(fetchedAt, language) : '' })}
      </Notice>
      <div className={style.fields}>
        <Card>
          <dl className={style.facts}>
            {facts.map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Remark channel={channel} />
        <EasyCard channel={channel} />
      </div>
    </>
  );
}

function Remark({ channel: { id, texts } }: { channel: Channel }) {
  const t = useWords();
  const { may } = useSession();
  const [remark, setRemark] = useState<LocalText>(texts.remark as LocalText);
  const [before, setBefore] = useState(remark);
  const { send, pending, problem, savedAt, reset } = useSend<RemarkForm, Channel>(
    'PUT',
    `/api/channels/${id}/remark`,
    { invalidate: ['/api/channels'] },
  );
  const save = (next: LocalText, seen: LocalText): void =>
    send({ remark: next, before: seen }, (saved) => setBefore(saved.texts.remark as LocalText));
  const allowed = may('channels.writeRemark');
  return (
    <Card title={t('channels:field.remark')}>
      <Form
        problem={isClash(problem) ? null : problem}
        onSubmit={() => save(remark, before)}
        label={t('channels:field.remark')}
      >
        <p className={style.hint}>{t('channels:hint.remark')}</p>
        {LANGUAGES.map((language) => (
          <TextArea
            key={language}
            name={`remark/${language}`}
            label={t(`channels:language.${language}`)}
            rows={2}
            lang={language}
            optional
            maxLength={300}
            value={remark[language] ?? ''}
            onChange={(text) => setRemark({ ...remark, [language]: text })}
            disabled={!allowed}
          />
        ))}
        {allowed && (
          <FormActions>
            <Button type="submit" kind="primary" pending={pending}>
              {t('common:save')}
            </Button>
            <Saved at={savedAt} />
          </FormActions>
        )}
      </Form>
      <ClashDialog
        problem={problem}
        before={before}
        mine={remark}
        nameOf={(language) => t(`channels:language.${language as 'fi'}`)}
        pending={pending}
        onSettle={(form, theirs) => {
          setRemark(form);
          setBefore(theirs);
          save(form, theirs);
        }}
        onClose={reset}
      />
    </Card>
  );
}
