import { useSearchParams } from 'react-router';
import type { Channel } from '#contract/channels';
import type { PathSummary } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatDay } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { openingSentence } from '#ui/opening-words.ts';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import style from './channel-form.module.css';
import { ChannelForm } from './channel-form.tsx';
import { CopiedChannel } from './copied-channel.tsx';
import { SourceScreen } from './source-screen.tsx';

const NEW = '/staff/channels?channel=new';

/** The register of channels: a list, and one channel of it in three languages. */
export function ChannelsScreen() {
  const [search] = useSearchParams();
  const query = useGet<{ channels: Channel[] }>('/api/channels');
  const chosen = search.get('channel');
  if (chosen === 'source') return <SourceScreen />;
  if (chosen === 'new') return <ChannelForm key="new" channel={undefined} />;
  return (
    <Loaded query={query}>
      {({ channels }) => {
        const channel = channels.find(({ id }) => id === chosen);
        if (!channel) return <ChannelList channels={channels} />;
        const Shown = channel.origin === 'own' ? ChannelForm : CopiedChannel;
        return <Shown key={channel.id} channel={channel} />;
      }}
    </Loaded>
  );
}

function ChannelList({ channels }: { channels: readonly Channel[] }) {
  const t = useWords();
  const { may } = useSession();
  const add = may('channels.createChannel') && (
    <LinkButton href={NEW} kind="primary" icon="plus">
      {t('channels:add')}
    </LinkButton>
  );
  return (
    <>
      <ScreenHeader
        title={t('channels:title')}
        lead={t('channels:lead')}
        actions={
          <>
            {may('channels.readSource') && (
              <LinkButton href="/staff/channels?channel=source">
                {t('channels:source.title')}
              </LinkButton>
            )}
            {channels.length > 0 && add}
          </>
        }
      />
      <Card>
        {channels.length === 0 ? (
          <EmptyState title={t('channels:empty')} action={add}>
            <p>
              {t('channels:emptyText')} {!add && t('channels:emptyAsk')}
            </p>
          </EmptyState>
        ) : (
          <ChannelTable channels={channels} />
        )}
      </Card>
    </>
  );
}

function ChannelTable({ channels }: { channels: readonly Channel[] }) {
  const t = useWords();
  const language = useLanguage();
  const query = useGet<{ uses: { channel: string; paths: string[] }[] }>('/api/paths/channel-uses');
  const uses = new Map(query.data?.uses.map(({ channel, paths }) => [channel, paths]));
  const columns: readonly Column<Channel>[] = [
    {
      key: 'name',
      head: t('channels:column.name'),
      rowHead: true,
      cell: ({ id, texts, kind, origin, fetchedAt }) => (
        <>
          <Link href={`/staff/channels?channel=${id}`}>{inLanguage(texts.name, language)}</Link>
          <br />
          <small>
            {t(`channels:kind.${kind}`)}
            {origin === 'ptv' &&
              fetchedAt !== null &&
              ` · ${t('channels:fromPtv', { at: formatDay(new Date(fetchedAt), language) })}`}
          </small>
        </>
      ),
    },
    {
      key: 'contact',
      head: t('channels:column.contact'),
      cell: ({ phone, url, texts }) =>
        phone ?? shortAddress(url) ?? inLanguage(texts.address, language),
    },
    {
      key: 'hours',
      head: t('channels:column.hours'),
      cell: ({ opening, texts }) =>
        openingSentence(t, language, opening) || inLanguage(texts.hours, language),
    },
    {
      key: 'uses',
      head: t('channels:column.uses'),
      cell: ({ id }) => <Uses paths={uses.get(id) ?? []} />,
    },
    {
      key: 'state',
      head: t('channels:column.state'),
      cell: (channel) => <ChannelState channel={channel} />,
    },
  ];
  return (
    <Table
      caption={t('channels:title')}
      captionHidden
      stacks
      columns={columns}
      rows={channels}
      keyOf={({ id }) => id}
    />
  );
}

/** The paths that use a channel, by their names where the reader may know them. */
function Uses({ paths }: { paths: readonly string[] }) {
  const t = useWords();
  const language = useLanguage();
  const query = useGet<{ paths: PathSummary[] }>('/api/paths');
  if (paths.length === 0) return t('channels:unused');
  const known = query.data?.paths.filter(({ id }) => paths.includes(id)) ?? [];
  const others = paths.length - known.length;
  return (
    <>
      {known.map(({ id, title }) => (
        <span key={id} className={style.use}>
          <Link href={`/staff/paths/${id}`}>{inLanguage(title, language)}</Link>
        </span>
      ))}
      {others > 0 && t('channels:otherPaths', { count: others })}
    </>
  );
}

const shortAddress = (url: string | null): string | undefined =>
  url?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

function ChannelState({ channel }: { channel: Channel }) {
  const t = useWords();
  if (channel.closed) return <Tag>{t('channels:closed')}</Tag>;
  const said = Object.values(channel.texts).filter((text) => text.fi);
  const lacking = (['sv', 'en'] as const).filter((language) =>
    said.some((text) => !text[language]),
  );
  if (lacking.length === 0) return <Tag tone="good">{t('channels:open')}</Tag>;
  return (
    <Tag tone="warning">
      {t('channels:missing', {
        languages: lacking.map((language) => t(`channels:language.${language}`)).join(', '),
      })}
    </Tag>
  );
}
