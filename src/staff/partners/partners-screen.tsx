import { useState } from 'react';
import type { Partner } from '#contract/partners';
import { useGet } from '#staff/api.ts';
import { Loaded } from '#staff/loaded.tsx';
import { useSession } from '#staff/session.tsx';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { Select } from '#ui/select.tsx';
import { PartnerCard } from './partner-card.tsx';
import { isOpen } from './partner-state.tsx';
import { PartnerNameDialog } from './partner-name-dialog.tsx';
import style from './partners.module.css';

/** The partners, what paths say of each, and how far their word on it is. */
export function PartnersScreen() {
  const t = useWords();
  const { may } = useSession();
  const query = useGet<{ partners: Partner[] }>('/api/partners');
  const [adding, setAdding] = useState(false);
  const add = may('partners.addPartner') && (
    <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('partners:add')}
    </Button>
  );
  return (
    <>
      <ScreenHeader title={t('partners:title')} lead={t('partners:lead')} actions={add} />
      <Loaded query={query}>{({ partners }) => <Partners partners={partners} />}</Loaded>
      {adding && <PartnerNameDialog onClose={() => setAdding(false)} />}
    </>
  );
}

type Shown = 'all' | 'open';

function Partners({ partners }: { partners: readonly Partner[] }) {
  const t = useWords();
  const [shown, setShown] = useState<Shown>('all');
  if (partners.length === 0)
    return (
      <Card>
        <EmptyState title={t('partners:none')}>
          <p>{t('partners:noneHint')}</p>
        </EmptyState>
      </Card>
    );
  const chosen = partners.filter(({ parts }) => shown === 'all' || parts.some(isOpen));
  return (
    <div className={style.list}>
      <div className={style.choice}>
        <Select<Shown>
          name="shown"
          label={t('partners:filter')}
          value={shown}
          onChange={setShown}
          compact
          options={[
            { value: 'all', label: t('partners:all') },
            { value: 'open', label: t('partners:open') },
          ]}
        />
        <output>{t('partners:count', { count: chosen.length })}</output>
      </div>
      {chosen.map((partner) => (
        <PartnerCard key={partner.id} partner={partner} />
      ))}
    </div>
  );
}
