import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PathForm } from '#contract/paths';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useSession } from '#staff/session.tsx';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Begins a path: its name, who owns it, and whether it is about care. */
export function CreatePath() {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { tree, may } = useSession();
  const owners = tree.nodes.filter(
    ({ id, kind, closed }) => kind !== 'unit' && !closed && may('paths.createPath', id),
  );
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [node, setNode] = useState<string | null>(owners.length === 1 ? owners[0]!.id : null);
  const [clinical, setClinical] = useState(false);
  const creating = useSend<PathForm, { id: string }>('POST', '/api/paths', {
    invalidate: ['/api/paths'],
  });
  const submit = () =>
    creating.send(
      { title: { fi: title }, node: node ?? '', clinical },
      ({ id }) => void navigate(`/staff/paths/${id}`),
    );
  const actions = (
    <Button kind="primary" pending={creating.pending} onPress={submit}>
      {t('paths:create.submit')}
    </Button>
  );
  return (
    <>
      <Button kind="primary" icon="plus" onPress={() => setOpen(true)}>
        {t('paths:create.open')}
      </Button>
      <Dialog
        title={t('paths:create.title')}
        open={open}
        onClose={() => setOpen(false)}
        actions={actions}
      >
        <Form problem={creating.problem} onSubmit={submit}>
          <TextField
            name="title/fi"
            label={t('paths:create.name')}
            hint={t('paths:create.nameHint')}
            lang="fi"
            maxLength={84}
            value={title}
            onChange={setTitle}
          />
          <Select
            name="node"
            label={t('paths:create.node')}
            hint={t('paths:create.nodeHint')}
            options={owners.map(({ id, name }) => ({
              value: id,
              label: inLanguage(name, language),
            }))}
            value={node}
            onChange={setNode}
          />
          <Checkbox
            name="clinical"
            label={t('paths:create.clinical')}
            hint={t('paths:create.clinicalHint')}
            checked={clinical}
            onChange={setClinical}
          />
        </Form>
      </Dialog>
    </>
  );
}
