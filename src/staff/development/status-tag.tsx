import type { ActionStatus, ReplyState } from '#contract/development';
import { Tag, type Tone } from '#ui/tag.tsx';
import { useWords } from '#ui/words.tsx';

const TONES = {
  proposed: 'neutral',
  decided: 'info',
  'in-progress': 'info',
  done: 'good',
  rejected: 'neutral',
} as const satisfies Record<ActionStatus, Tone>;

/** The state of an action in a word. */
export function StatusTag({ status }: { status: ActionStatus }) {
  const t = useWords();
  return <Tag tone={TONES[status]}>{t(`development:status.${status}`)}</Tag>;
}

const REPLY_TONES = {
  none: 'neutral',
  draft: 'neutral',
  waiting: 'warning',
  published: 'good',
  withdrawn: 'neutral',
} as const satisfies Record<ReplyState, Tone>;

/** How far the public reply is. */
export function ReplyTag({ state }: { state: ReplyState }) {
  const t = useWords();
  return <Tag tone={REPLY_TONES[state]}>{t(`development:replyState.${state}`)}</Tag>;
}
