import { useState } from 'react';
import type { Node, NodeForm } from '#contract/organisation';
import { inLanguage } from '#platform/language.ts';
import { useSend } from '#staff/api.ts';
import { useLanguage, useWords } from '#staff/words.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form, FormActions } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { KINDS_BELOW } from './kinds-below.ts';
import { factsToSend, NodeFactFields, type NodeFacts } from './node-facts.tsx';

type Kind = NodeForm['kind'];

interface AddNodeDialogProps {
  parent: Node;
  onClose: () => void;
  onAdded: (node: Node) => void;
}

/** Adds a node below another one. */
export function AddNodeDialog({ parent, onClose, onAdded }: AddNodeDialogProps) {
  const t = useWords();
  const language = useLanguage();
  const kinds: readonly Kind[] = KINDS_BELOW[parent.kind];
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'unit');
  const [code, setCode] = useState('');
  const [facts, setFacts] = useState<NodeFacts>({
    name: { fi: '', sv: '', en: '' },
    oid: '',
    sensitive: parent.sensitive,
  });
  const { send, pending, problem } = useSend<NodeForm, Node>(
    'POST',
    `/api/nodes/${parent.id}/children`,
    { invalidate: ['/api/nodes'] },
  );
  return (
    <Dialog
      open
      form
      title={t('organisation:form.addTitle', { name: inLanguage(parent.name, language) })}
      onClose={onClose}
    >
      <Form problem={problem} onSubmit={() => send({ kind, code, ...factsToSend(facts) }, onAdded)}>
        <Select<Kind>
          name="kind"
          label={t('organisation:form.kind')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`organisation:kind.${value}`) }))}
        />
        <TextField
          name="code"
          label={t('organisation:form.code')}
          hint={t('organisation:form.codeHint')}
          maxLength={40}
          value={code}
          onChange={setCode}
        />
        <NodeFactFields facts={facts} onChange={setFacts} />
        <FormActions>
          <Button kind="primary" type="submit" pending={pending}>
            {t('organisation:form.add')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
