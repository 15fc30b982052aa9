import { useState } from 'react';
import type { LinkState, PathLinks } from '#contract/paths';
import { useGet, useSend } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { usePoll } from '#staff/use-poll.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatMoment } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useEditor } from './editor.tsx';
import style from './links-tab.module.css';
import { OverrideLinks } from './override-links.tsx';

/** The addresses to which the path leads, what the link checker saw, and a way to have it look now. */
export function LinksTab() {
  const { at } = useEditor();
  const query = useGet<PathLinks>(`${at}/links`);
  return <Loaded query={query}>{(links) => <Links {...links} />}</Loaded>;
}

function Links({ links, checker, override }: PathLinks) {
  const t = useWords();
  const language = useLanguage();
  const { draft, at } = useEditor();
  const { may } = useSession();
  const check = useSend('POST', `${at}/links/check`);
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const looked = checker.workedAt ?? '';
  const waiting = askedAt !== null && looked === askedAt && checker.outageSince === null;
  usePoll(`${at}/links`, waiting);
  // For what somebody has answered for already nobody is asked again.
  const unchecked = links.filter(
    ({ fault, address }) =>
      fault === 'link-unchecked' && override?.addresses.includes(address) !== true,
  );
  if (links.length === 0)
    return (
      <Card>
        <EmptyState title={t('paths:links.empty')} />
      </Card>
    );
  return (
    <Card
      title={t('paths:links.title')}
      aside={
        may('paths.checkLinks', draft.node) && (
          <Button
            pending={check.pending || waiting}
            onPress={() => check.send(undefined, () => setAskedAt(looked))}
          >
            {t('paths:links.check')}
          </Button>
        )
      }
    >
      <div className={style.parts}>
        <ErrorSummary problem={check.problem} />
        <p>{t('paths:links.lead', { count: checker.validDays })}</p>
        {waiting && <Notice live>{t('paths:links.waiting')}</Notice>}
        {checker.outageSince !== null && (
          <Notice kind="warning" live title={t('paths:links.outage')}>
            {t('paths:links.outageText', { since: formatMoment(checker.outageSince, language) })}
          </Notice>
        )}
        {override && (
          <Notice
            title={t('paths:links.overridden', { at: formatMoment(override.givenAt, language) })}
          >
            {override.reason}
          </Notice>
        )}
        <LinkTable links={links} />
        {unchecked.length > 0 && draft.status !== 'published' && (
          <OverrideLinks count={unchecked.length} />
        )}
      </div>
    </Card>
  );
}

const TONES = {
  ok: 'good',
  example: 'neutral',
  moved: 'info',
  refused: 'warning',
  unreachable: 'warning',
  unchecked: 'warning',
  broken: 'bad',
} as const;

function LinkTable({ links }: { links: readonly LinkState[] }) {
  const t = useWords();
  const language = useLanguage();
  const { find, nameOf } = useEditor();
  const columns: readonly Column<LinkState>[] = [
    {
      key: 'address',
      head: t('paths:links.address'),
      rowHead: true,
      cell: ({ address }) => (
        <span className={style.address}>
          <Link href={address}>{address.replace(/^https?:\/\//, '')}</Link>
        </span>
      ),
    },
    {
      key: 'state',
      head: t('paths:links.state'),
      cell: ({ outcome, detail, status, fault }) => (
        <>
          <Tag tone={fault === 'link-broken' ? 'bad' : TONES[outcome]}>
            {t(`paths:links.outcome.${outcome}`)}
          </Tag>
          {outcome === 'moved' && detail && <p className={style.detail}>{detail}</p>}
          {status !== null && status >= 400 && (
            <p className={style.detail}>{t('paths:links.status', { status })}</p>
          )}
        </>
      ),
    },
    {
      key: 'checked',
      head: t('paths:links.checked'),
      cell: ({ checkedAt }) => checkedAt && formatMoment(checkedAt, language),
    },
    {
      key: 'places',
      head: t('paths:links.places'),
      cell: ({ places }) =>
        [...new Set(places.map(({ anchor }) => anchor))].map((anchor) => {
          const element = find(anchor);
          return (
            <span key={anchor} className={style.place}>
              <Link href={`?at=${anchor}`}>{element ? nameOf(element) : anchor}</Link>
            </span>
          );
        }),
    },
  ];
  return (
    <Table
      caption={t('paths:links.title')}
      captionHidden
      stacks
      columns={columns}
      rows={links}
      keyOf={({ address }) => address}
    />
  );
}
