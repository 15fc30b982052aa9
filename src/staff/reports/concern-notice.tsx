import type { OpenConcerns } from '#contract/feedback';
import { useGet } from '#staff/api.ts';
import { LinkButton } from '#ui/button.tsx';
import { formatMoment } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { useLanguage, useWords } from '#ui/words.tsx';

/** What must be answered first. Nothing is shown while there is none. */
export function ConcernNotice({ node }: { node: string }) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useGet<OpenConcerns>(`/api/nodes/${node}/concerns/count`);
  if (!data?.due) return null;
  return (
    <Notice
      kind="urgent"
      title={t('reports:concern', { count: data.count })}
      action={
        <LinkButton href={`/staff/nodes/${node}/feedback`}>{t('reports:concernOpen')}</LinkButton>
      }
    >
      {t('reports:concernDue', { time: formatMoment(data.due, language) })}
    </Notice>
  );
}
