import type { ChannelNotice } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useGet, useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { formatMoment } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Tag } from '#ui/tag.tsx';

const AT = '/api/paths/channel-notices';

const useNotices = (): readonly ChannelNotice[] =>
  useGet<{ notices: ChannelNotice[] }>(AT).data?.notices ?? [];

/** Which of the path's channels have been changed or closed in the register; an editor confirms that they have looked. */
export function ChangedChannels({ path, editable }: { path: string; editable: boolean }) {
  const t = useWords();
  const language = useLanguage();
  const notices = useNotices().filter((notice) => notice.path === path);
  const { send, pending } = useSend('POST', `/api/paths/${path}/channel-notices/seen`, {
    invalidate: [AT],
  });
  if (notices.length === 0) return null;
  return (
    <Notice
      kind="warning"
      title={t('paths:channels.changedTitle')}
      action={
        editable && (
          <Button small pending={pending} onPress={() => send()}>
            {t('paths:channels.seen')}
          </Button>
        )
      }
    >
      <ul>
        {notices.map(({ channel, name, what, notedAt }) => (
          <li key={channel}>
            <Link href={`/staff/channels?channel=${channel}`}>{inLanguage(name, language)}</Link>:{' '}
            {t(`paths:channels.what.${what}`)}, {formatMoment(notedAt, language)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** In the list of paths: how many of the path's channels have changed. */
export function ChangedChannelsTag({ path }: { path: string }) {
  const t = useWords();
  const count = useNotices().filter((notice) => notice.path === path).length;
  return count > 0 && <Tag tone="warning">{t('paths:channels.changed', { count })}</Tag>;
}
