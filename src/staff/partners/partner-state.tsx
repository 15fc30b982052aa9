import type { PartnerPart } from '#contract/partners';
import { useWords } from '#staff/words.tsx';
import { Tag, type Tone } from '#ui/tag.tsx';

type State = PartnerPart['state'];

const TONES: Readonly<Record<State, Tone>> = {
  'not-public': 'neutral',
  'not-asked': 'neutral',
  asked: 'info',
  expired: 'warning',
  confirmed: 'good',
  'change-wanted': 'bad',
  'changed-since': 'warning',
};

/** How far a partner's word on one part is, in words. */
export function PartnerState({ state }: { state: State }) {
  const t = useWords();
  return <Tag tone={TONES[state]}>{t(`partners:is.${state}`)}</Tag>;
}

/** Whether the public reads something there that the partner has not confirmed. */
export const isOpen = ({ state }: Pick<PartnerPart, 'state'>): boolean =>
  state !== 'confirmed' && state !== 'not-public';
