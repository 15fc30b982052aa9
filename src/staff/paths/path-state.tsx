import type { Draft } from '#contract/paths';
import { useWords } from '#staff/words.tsx';
import { Tag } from '#ui/tag.tsx';

const TONES = { draft: 'neutral', published: 'good', changed: 'info' } as const;

/** Whether a path is a draft, published, or published and being changed. */
export function PathState({ status }: { status: Draft['status'] }) {
  const t = useWords();
  return <Tag tone={TONES[status]}>{t(`paths:status.${status}`)}</Tag>;
}
