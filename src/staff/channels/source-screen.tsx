import { useState } from 'react';
import { PTV_ADDRESS, type Source, type SourceForm } from '#contract/channels';
import { useGet, useSend } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { usePoll } from '#staff/use-poll.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { formatMoment } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import { Saved } from '#ui/saved.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import style from './channel-form.module.css';

const AT = '/api/channel-source';

/** From where channels are copied, how the last fetch went, and a way to fetch now. */
export function SourceScreen() {
  const t = useWords();
  const { may } = useSession();
  const query = useGet<{ source: Source | null }>(AT);
  return (
    <>
      <ScreenHeader
        title={t('channels:source.title')}
        lead={t('channels:source.lead')}
        breadcrumb={[{ label: t('channels:title'), href: '/staff/channels' }]}
      />
      <Loaded query={query}>
        {({ source }) => (
          <div className={style.fields}>
            <Card title={t('channels:source.stateTitle')}>
              {source ? (
                <SourceState source={source} />
              ) : (
                <EmptyState title={t('channels:source.none')}>
                  <p>{t('channels:source.noneText')}</p>
                </EmptyState>
              )}
            </Card>
            {may('channels.setSource') && <SourceSettings source={source} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

function SourceState({ source }: { source: Source }) {
  const t = useWords();
  const language = useLanguage();
  const { may } = useSession();
  const fetching = useSend('POST', `${AT}/fetch`, { invalidate: [AT] });
  const [since, setSince] = useState<Source | null>(null);
  // Asked for and not begun yet, or under way.
  const waiting = source.running || (since !== null && isSame(since, source));
  usePoll(AT, waiting);
  const { fetchedAt, failure, failingSince, done, total, channels } = source;
  return (
    <div className={style.fields}>
      <ErrorSummary problem={fetching.problem} />
      {failure && !waiting && (
        <Notice kind="warning" live title={t(`channels:source.failure.${failure}`)}>
          {failingSince &&
            t('channels:source.failingSince', { since: formatMoment(failingSince, language) })}{' '}
          {t('channels:source.stands')}
        </Notice>
      )}
      <p>
        {fetchedAt
          ? t('channels:source.fetched', { count: channels, at: formatMoment(fetchedAt, language) })
          : t('channels:source.never')}
      </p>
      {waiting && <Progress label={t('channels:source.running')} done={done} of={total ?? 1} />}
      {may('channels.fetchNow') && (
        <p>
          <Button
            kind="primary"
            pending={fetching.pending || waiting}
            onPress={() => fetching.send(undefined, () => setSince(source))}
          >
            {t('channels:source.fetchNow')}
          </Button>
        </p>
      )}
    </div>
  );
}

const isSame = (one: Source, other: Source): boolean =>
  one.fetchedAt === other.fetchedAt &&
  one.failingSince === other.failingSince &&
  one.running === other.running;

function SourceSettings({ source }: { source: Source | null }) {
  const t = useWords();
  const [form, setForm] = useState<SourceForm>({
    organisation: source?.organisation ?? '',
    address: source?.address ?? PTV_ADDRESS,
  });
  const { send, pending, problem, savedAt } = useSend<SourceForm, unknown>('PUT', AT, {
    invalidate: [AT],
  });
  return (
    <Card title={t('channels:source.settings')}>
      <Form problem={problem} onSubmit={() => send(form)} label={t('channels:source.settings')}>
        <TextField
          name="organisation"
          label={t('channels:source.organisation')}
          hint={t('channels:source.organisationHint')}
          value={form.organisation}
          onChange={(organisation) => setForm({ ...form, organisation: organisation.trim() })}
        />
        <TextField
          name="address"
          label={t('channels:source.address')}
          hint={t('channels:source.addressHint')}
          type="url"
          value={form.address}
          onChange={(address) => setForm({ ...form, address })}
        />
        <FormActions>
          <Button type="submit" kind="primary" pending={pending}>
            {t('common:save')}
          </Button>
          <Saved at={savedAt} />
        </FormActions>
      </Form>
    </Card>
  );
}
