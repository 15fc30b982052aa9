import type { Partner } from '#contract/partners';
import { useGet, useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Link } from '#ui/link.tsx';
import { Select } from '#ui/select.tsx';
import { PartnerState } from './partner-state.tsx';
import style from './partners.module.css';

const NOBODY = 'nobody';

interface PartPartnerProps {
  path: string;
  /** The node that owns the path. */
  node: string;
  anchor: string;
}

/** Whose service a link or a service tells of, and how far the partner's word on it is. */
export function PartPartner({ path, node, anchor }: PartPartnerProps) {
  const t = useWords();
  const { may } = useSession();
  const { data } = useGet<{ partners: Partner[] }>('/api/partners');
  const { send, problem } = useSend<{ partner: string | null }>(
    'PUT',
    `/api/paths/${path}/elements/${anchor}/partner`,
    { invalidate: ['/api/partners'] },
  );
  if (!data) return null;
  const ofPart = data.partners.flatMap(({ id, parts }) =>
    parts
      .filter((part) => part.path === path && part.anchor === anchor)
      .map((part) => ({ id, part })),
  )[0];
  return (
    <div className={style.part}>
      <ErrorSummary problem={problem} />
      <Select
        name="partner"
        label={t('partners:ofPart')}
        hint={t('partners:ofPartHint')}
        disabled={!may('partners.namePartner', node)}
        value={ofPart?.id ?? NOBODY}
        onChange={(value) => send({ partner: value === NOBODY ? null : value })}
        options={[
          { value: NOBODY, label: t('partners:nobody') },
          ...data.partners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <p className={style.beside}>
        {ofPart && <PartnerState {...ofPart.part} />}{' '}
        <Link href="/staff/partners">{t('partners:toList')}</Link>
      </p>
      {ofPart?.part.answer && ofPart.part.answer.words !== '' && (
        <q className={style.words}>{ofPart.part.answer.words}</q>
      )}
    </div>
  );
}
