import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type EntryForm, type EntryKind, FIELDS } from '#contract/handbook';
import { useSend } from '#staff/api.ts';
import { useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Adds an entry: asks for its Finnish name and opens its editor. */
export function AddEntry({ kind, parent = null }: { kind: EntryKind; parent?: string | null }) {
  const t = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const adding = useSend<EntryForm, { id: string }>('POST', '/api/handbook/entries', {
    invalidate: ['/api/handbook'],
  });
  const close = () => {
    setOpen(false);
    setName('');
    adding.reset();
  };
  const submit = () =>
    adding.send({ kind, parent, name }, ({ id }) => void navigate(`/staff/handbook/entries/${id}`));
  return (
    <>
      <Button small icon="plus" onPress={() => setOpen(true)}>
        {t(`handbook:add.${kind}`)}
      </Button>
      <Dialog title={t(`handbook:add.${kind}`)} open={open} onClose={close} form>
        <Form problem={adding.problem} onSubmit={submit}>
          <TextField
            name="name"
            label={t(`handbook:naming.${kind}`)}
            hint={t('handbook:nameHint')}
            lang="fi"
            maxLength={FIELDS[kind][0]!.maximum}
            value={name}
            onChange={setName}
          />
          <FormActions>
            <Button type="submit" kind="primary" pending={adding.pending}>
              {t(`handbook:add.${kind}`)}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}
