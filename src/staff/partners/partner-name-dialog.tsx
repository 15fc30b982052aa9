import { useState } from 'react';
import type { Partner, PartnerForm } from '#contract/partners';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

interface PartnerNameDialogProps {
  /** The one to be renamed; none: a new one. */
  partner?: Pick<Partner, 'id' | 'name'>;
  onClose: () => void;
}

/** Adds a partner, or gives one another name. */
export function PartnerNameDialog({ partner, onClose }: PartnerNameDialogProps) {
  const t = useWords();
  const [name, setName] = useState(partner?.name ?? '');
  const { send, pending, problem } = useSend<PartnerForm, unknown>(
    partner ? 'PUT' : 'POST',
    partner ? `/api/partners/${partner.id}` : '/api/partners',
    { invalidate: ['/api/partners'] },
  );
  return (
    <Dialog open form title={partner ? t('partners:rename') : t('partners:add')} onClose={onClose}>
      <Form problem={problem} onSubmit={() => send({ name }, onClose)}>
        <TextField
          name="name"
          label={t('partners:name')}
          hint={t('partners:nameHint')}
          autoComplete="off"
          value={name}
          onChange={setName}
        />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('partners:save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
