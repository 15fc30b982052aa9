import { useSearchParams } from 'react-router';
import type { Channel } from '#contract/channels';
import { inLanguage } from '#platform/language.ts';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { openingSentence } from '#ui/opening-words.ts';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { ChannelForm } from './channel-form.tsx';

const NEW = '/staff/channels?channel=new';

/** The register of channels: a list, and one channel of it in three languages. */
export function ChannelsScreen() {
  const [search] = useSearchParams();
  const query = useGet<{ channels: Channel[] }>('/api/channels');
  const chosen = search.get('channel');
  if (chosen === 'new') return <ChannelForm key="new" channel={undefined} />;
  return (
    <Loaded query={query}>
      {({ channels }) => {
        const channel = channels.find(({ id }) => id === chosen);
        return channel ? (
          <ChannelForm key={channel.id} channel={channel} />
        ) : (
          <ChannelList channels={channels} />
        );
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
        actions={channels.length > 0 && add}
      />
      <Card>
        {channels.length === 0 ? (
          <EmptyState title={t('channels:empty')} action={add}>
            <p>{t('channels:emptyText')}</p>
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
  const columns: readonly Column<Channel>[] = [
    {
      key: 'name',
      head: t('channels:column.name'),
      rowHead: true,
      cell: ({ id, texts }) => (
        <Link href={`/staff/channels?channel=${id}`}>{inLanguage(texts.name, language)}</Link>
      ),
    },
    {
      key: 'kind',
      head: t('channels:column.kind'),
      cell: ({ kind }) => t(`channels:kind.${kind}`),
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
      key: 'state',
      head: t('channels:column.state'),
      cell: (channel) => <ChannelState channel={channel} />,
    },
  ];
  return (
    <Table
      caption={t('channels:title')}
      captionHidden
      columns={columns}
      rows={channels}
      keyOf={({ id }) => id}
    />
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
