import { useState } from 'react';
import type { AddressForm, NewAddress, Partner } from '#contract/partners';
import { useSend } from '#staff/api.ts';
import { ShownOnce } from '#staff/identity/shown-once.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { formatDay } from '#ui/format.ts';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';

const LIFETIMES = ['14', '30', '60', '90'] as const;
type Lifetime = (typeof LIFETIMES)[number];

interface NewAddressDialogProps {
  partner: Pick<Partner, 'id' | 'name'>;
  onClose: () => void;
}

/** Makes an address for a partner; it is shown once, to be copied and sent. */
export function NewAddressDialog({ partner: { id, name }, onClose }: NewAddressDialogProps) {
  const t = useWords();
  const language = useLanguage();
  const [days, setDays] = useState<Lifetime>('30');
  const { send, pending, problem, result } = useSend<AddressForm, NewAddress>(
    'POST',
    `/api/partners/${id}/addresses`,
    { invalidate: ['/api/partners'] },
  );
  if (result)
    return (
      <Dialog
        open
        firm
        title={t('partners:makeOf', { name })}
        onClose={onClose}
        closing={t('common:close')}
      >
        <Notice kind="warning">
          {t('partners:madeWhat', { day: formatDay(result.lastDay, language) })}
        </Notice>
        <ShownOnce
          label={t('partners:made')}
          secret={result.address}
          copy={t('partners:copy')}
          copied={t('partners:copied')}
        />
      </Dialog>
    );
  return (
    <Dialog open form title={t('partners:makeOf', { name })} onClose={onClose}>
      <Form problem={problem} onSubmit={() => send({ days: Number(days) })}>
        <Select<Lifetime>
          name="days"
          label={t('partners:days')}
          value={days}
          onChange={setDays}
          options={LIFETIMES.map((value) => ({
            value,
            label: t('partners:daysIs', { count: Number(value) }),
          }))}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('partners:make')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
