import { useState } from 'react';
import type { Partner, PartnerAddress, PartnerPart } from '#contract/partners';
import { inLanguage } from '#platform/language.ts';
import { useSession } from '#staff/session.tsx';
import { useFocusAfter } from '#staff/use-focus-after.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatDay } from '#ui/format.ts';
import { Link } from '#ui/link.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { NewAddressDialog } from './new-address-dialog.tsx';
import { PartnerNameDialog } from './partner-name-dialog.tsx';
import { PartnerState } from './partner-state.tsx';
import { RevokeAddressDialog } from './revoke-address-dialog.tsx';
import style from './partners.module.css';

/** One partner: its parts with their states, and the addresses that were made for it. */
export function PartnerCard({ partner }: { partner: Partner }) {
  const t = useWords();
  const { may } = useSession();
  const [opened, setOpened] = useState<'name' | 'address' | PartnerAddress | null>(null);
  const close = (): void => setOpened(null);
  const { id, name, parts, addresses } = partner;
  return (
    <Card
      title={name}
      aside={
        <div className={style.actions}>
          {may('partners.renamePartner') && (
            <Button
              small
              kind="quiet"
              label={t('partners:renameOf', { name })}
              onPress={() => setOpened('name')}
            >
              {t('partners:rename')}
            </Button>
          )}
          {parts.length > 0 && may('partners.makeAddress') && (
            <Button
              small
              label={t('partners:makeOf', { name })}
              onPress={() => setOpened('address')}
            >
              {t('partners:make')}
            </Button>
          )}
        </div>
      }
    >
      {parts.length === 0 ? <p>{t('partners:noParts')}</p> : <Parts name={name} parts={parts} />}
      {addresses.length > 0 && <Addresses addresses={addresses} onRevoke={setOpened} />}
      {opened === 'name' && <PartnerNameDialog partner={partner} onClose={close} />}
      {opened === 'address' && <NewAddressDialog partner={partner} onClose={close} />}
      {opened !== null && typeof opened === 'object' && (
        <RevokeAddressDialog partner={id} address={opened.id} onClose={close} />
      )}
    </Card>
  );
}

function Parts({ name, parts }: { name: string; parts: readonly PartnerPart[] }) {
  const t = useWords();
  const columns: Column<PartnerPart>[] = [
    { key: 'part', head: t('partners:part'), rowHead: true, cell: (part) => <Where {...part} /> },
    { key: 'state', head: t('partners:state'), cell: (part) => <PartnerState {...part} /> },
    { key: 'answer', head: t('partners:answer'), cell: (part) => <Answer {...part} /> },
  ];
  return (
    <Table
      caption={name}
      captionHidden
      stacks
      columns={columns}
      rows={parts}
      keyOf={({ path, anchor }) => `${path} ${anchor}`}
    />
  );
}

function Where({ path, anchor, title, pathTitle, within }: PartnerPart) {
  const language = useLanguage();
  return (
    <>
      <Link href={`/staff/paths/${path}?at=${anchor}`}>
        {inLanguage(title, language) || anchor}
      </Link>
      <span className={style.quiet}>
        {[pathTitle, ...within].map((one) => inLanguage(one, language)).join(' › ')}
      </span>
    </>
  );
}

function Answer({ answer }: PartnerPart) {
  const t = useWords();
  const language = useLanguage();
  if (!answer) return null;
  const day = formatDay(answer.day, language);
  return (
    <>
      {answer.role === ''
        ? t('partners:on', { day })
        : t('partners:by', { role: answer.role, day })}
      {answer.words !== '' && <q className={style.words}>{answer.words}</q>}
    </>
  );
}

interface AddressesProps {
  addresses: readonly PartnerAddress[];
  onRevoke: (address: PartnerAddress) => void;
}

function Addresses({ addresses, onRevoke }: AddressesProps) {
  const t = useWords();
  const language = useLanguage();
  const { may } = useSession();
  const states = addresses.map(({ id, state }) => `${id} ${state}`).join();
  const place = useFocusAfter<HTMLElement>(states, 'h3');
  return (
    <section ref={place} className={style.addresses}>
      <h3 tabIndex={-1}>{t('partners:addresses')}</h3>
      <ul>
        {addresses.map((address) => {
          const { id, state, lastDay, madeOn, madeBy } = address;
          const made = formatDay(madeOn, language);
          return (
            <li key={id}>
              {t(`partners:addressState.${state}`, { day: formatDay(lastDay, language) })}
              {' · '}
              {t('partners:madeOn', { day: made, by: madeBy ?? t('partners:someone') })}{' '}
              {state === 'valid' && may('partners.revokeAddress') && (
                <Button
                  small
                  kind="quiet"
                  label={t('partners:revokeOf', { day: made })}
                  onPress={() => onRevoke(address)}
                >
                  {t('partners:revoke')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
